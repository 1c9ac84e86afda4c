import {
  changeMembership,
  createInvitation,
  createKey,
  createTeam,
  listRepositoryRows,
  listUsers,
} from '@throughline/contract';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { ApiReader } from '../api-reader.ts';
import type { LookedAt } from '../pages/pages.data.ts';
import { findLastingViolations } from './find-violations.ts';
import { findUnseenFocus } from './keyboard.ts';
import { lookAgain } from './look-again.ts';
import { findOverflow, findShifts, findSmallTargets, findSpacedOverflow } from './measure-page.ts';
import { addLinkedPerson, addUser, connectByApi, setUpByApi } from './prepare-workspace.ts';
import { seeAllLoaded, seeHeading } from './read-page.ts';
import { startWorld } from './start-github.ts';
import { takePictures } from './take-pictures.ts';
import { type Story, tellStory } from './tell-story.ts';
import { type Visitor, welcomeVisitor } from './visitor.ts';

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };
/** A screen of 1280 pixels at 200 %, and one of 1280 at 400 %. */
const zoomed = [
  { width: 640, height: 480 },
  { width: 320, height: 640 },
];

/**
 * Makes a test for each of the pages: what axe finds at 1440 and 390 px, what overflows down to 320 px and with wider text, what
 * is too small to hit, where the focus is not seen, what moves while the page comes; and of high contrast, and for those of
 * `inDark` of the dark themes, the colours, in which alone they differ.
 */
export function lookAtEveryPage(pages: readonly LookedAt[], inDark: ReadonlySet<LookedAt>): void {
  const values = new Map<string, string>();
  const readers = new Map<string, Visitor>();
  const story = tellStory({
    isStory: false,
    startGithub: () => startWorld('acme', Date.now()),
    prepare: async (parts) => {
      const reader = await setUpByApi(parts.product);
      await connectByApi(reader, parts.github, 'acme');
      await fillWorkspace(reader, values);
      return reader;
    },
  });
  beforeAll(() => openReaders(story, readers));

  test.each(pages)('$path', async (looked) => {
    const { path, heading, reader = 'administrator' } = looked;
    const visitor = readers.get(reader);
    if (visitor === undefined) throw new Error(`Nobody looks as ${reader}.`);
    const { page, faults } = visitor;
    // Each page answers for its own.
    const before = faults.length;
    await widen(page);
    await page.goto(path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? ''));
    await seeHeading(page, heading);
    await seeAllLoaded(page);
    expect(faults.slice(before)).toEqual([]);

    const found = {
      violations: await findLastingViolations(page),
      inHighContrast: await findInHighContrast(page, 'light'),
      inDark: inDark.has(looked) ? await findInDark(page) : [],
      small: await lookAgain(page, () => findSmallTargets(page)),
      shifts: await findShifts(page),
      unseen: await findUnseenFocus(page),
    };
    await page.setViewportSize(narrow);
    const foundNarrow = {
      violations: await findLastingViolations(page),
      inDark: inDark.has(looked) ? await findInDark(page, { isHighToo: false }) : [],
      small: await lookAgain(page, () => findSmallTargets(page)),
      overflow: await lookAgain(page, () => findOverflow(page)),
      spacedOverflow: await findSpacedOverflow(page),
      zoomed: await findZoomedOverflow(page),
    };

    await takePictures(page, `page${path.replaceAll(/[^\w]+/g, '-').slice(0, 40)}`);
    expect({ ...found, narrow: foundNarrow }).toEqual({
      ...toNothing(found),
      narrow: toNothing(foundNarrow),
    });
  });
}

const toNothing = (found: Readonly<Record<string, readonly string[]>>): Record<string, readonly string[]> =>
  Object.fromEntries(Object.keys(found).map((what) => [what, []]));

/** On a busy machine a page that is opened at once may begin in the size of the one before, and move into its own. */
async function widen(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', contrast: null });
  await page.setViewportSize(wide);
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, wide);
}

/** The same page as the reader's system asks for more contrast; its style sheets come with the first asking. */
async function findInHighContrast(page: Page, mode: 'light' | 'dark'): Promise<readonly string[]> {
  await page.emulateMedia({ contrast: 'more' });
  await page.locator(`html[data-${mode}-theme=${mode}_high_contrast]`).waitFor();
  const found = await findLastingViolations(page, { isColoursOnly: true });
  await page.emulateMedia({ contrast: null });
  await page.locator(`html[data-${mode}-theme=${mode}]`).waitFor();
  return found;
}

/** The same page as the reader's system is dark. */
async function findInDark(page: Page, { isHighToo = true } = {}): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const found = await findLastingViolations(page, { isColoursOnly: true });
  const foundHigh = isHighToo ? await findInHighContrast(page, 'dark') : [];
  await page.emulateMedia({ colorScheme: 'light' });
  return [...found, ...foundHigh];
}

async function findZoomedOverflow(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const size of zoomed) {
    await page.setViewportSize(size);
    found.push(...(await lookAgain(page, () => findOverflow(page))));
  }
  return found;
}

async function fillWorkspace(reader: ApiReader, values: Map<string, string>): Promise<void> {
  await addLinkedPerson(reader, { name: 'Bob Barker', email: 'bob@acme.example', login: 'bob' });
  await addLinkedPerson(reader, { name: 'Cyd Öz', email: 'cyd@acme.example', login: 'cyd' });
  await reader.call(createTeam, { body: { name: 'Payments' } });
  await reader.call(changeMembership, {
    params: { slug: 'payments', person: 'bob-barker' },
    body: { kind: 'member', part: 'contributor', isLead: true, fromOn: '2020-01-01' },
  });
  const member = { name: 'Cyd Öz', email: 'cyd@acme.example', password: 'seven quiet rivers run' };
  await addUser(reader, member, 'member');
  await reader.call(createKey, { body: { name: 'The laptop of the platform team', scope: 'sync' } });
  const { repositories } = await reader.call(listRepositoryRows, { query: { q: 'acme/api' } });
  values.set('repository', repositories[0]?.path ?? '');
  const { users } = await reader.call(listUsers);
  values.set('member', String(users.find(({ email }) => email === member.email)?.userId));
  const { link } = await reader.call(createInvitation, {
    body: { email: 'dee@acme.example', role: 'manager' },
  });
  values.set('invitation', new URL(link).pathname);
}

async function openReaders({ browser, product, admin }: Story, readers: Map<string, Visitor>): Promise<void> {
  const signedIn = await welcomeVisitor(browser, product.origin, { colorScheme: 'light' });
  await signedIn.page.context().addCookies(await admin.page.context().cookies());
  readers.set('administrator', signedIn);
  readers.set('nobody', await welcomeVisitor(browser, product.origin, { colorScheme: 'light' }));
}
