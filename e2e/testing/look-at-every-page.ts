import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInvitation, createKey, listRepositoryRows, listUsers } from '@throughline/contract';
import { beforeAll, expect, test } from 'vitest';
import type { ApiReader } from '../api-reader.ts';
import { lookedAt } from '../pages/pages.data.ts';
import { checkoutFolder } from './checkout-folder.ts';
import { findViolations } from './find-violations.ts';
import { findOverflow, findSmallTargets } from './measure-page.ts';
import { addLinkedPerson, addUser, connectByApi, setUpByApi } from './prepare-workspace.ts';
import { seeAllLoaded, seeHeading } from './read-page.ts';
import { startWorld } from './start-github.ts';
import { type Story, tellStory } from './tell-story.ts';
import { type Visitor, welcomeVisitor } from './visitor.ts';

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };
const narrowest = { width: 320, height: 640 };

const pictures = join(checkoutFolder, '.tmp/e2e/pages');

/** Makes a test for every page in one theme: what axe finds, what overflows, what is too small to hit. */
export function lookAtEveryPage(theme: 'light' | 'dark'): void {
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
  beforeAll(async () => {
    await mkdir(pictures, { recursive: true });
    await openReaders(story, theme, readers);
  });

  test.each(lookedAt)('$path', async ({ path, heading, reader = 'administrator' }) => {
    const visitor = readers.get(reader);
    if (visitor === undefined) throw new Error(`Nobody looks as ${reader}.`);
    const { page } = visitor;
    await page.setViewportSize(wide);
    await page.goto(path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? ''));
    await seeHeading(page, heading);
    await seeAllLoaded(page);
    expect(visitor.faults).toEqual([]);

    const name = path.replaceAll(/[^\w]+/g, '-').slice(0, 40);
    await page.screenshot({ path: join(pictures, `${name}-${theme}-wide.png`) });
    const found = { wide: await findViolations(page), small: await findSmallTargets(page) };
    await page.setViewportSize(narrow);
    await page.screenshot({ path: join(pictures, `${name}-${theme}-narrow.png`), fullPage: true });
    const foundNarrow = {
      violations: await findViolations(page),
      small: await findSmallTargets(page),
      overflow: await findOverflow(page),
    };
    await page.setViewportSize(narrowest);

    expect({ ...found, narrow: foundNarrow, overflowAt320: await findOverflow(page) }).toEqual({
      wide: [],
      small: [],
      narrow: { violations: [], small: [], overflow: [] },
      overflowAt320: [],
    });
  });
}

async function fillWorkspace(reader: ApiReader, values: Map<string, string>): Promise<void> {
  await addLinkedPerson(reader, { name: 'Bob Barker', email: 'bob@acme.example', login: 'bob' });
  await addLinkedPerson(reader, { name: 'Cyd Öz', email: 'cyd@acme.example', login: 'cyd' });
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

async function openReaders(
  { browser, product, admin }: Story,
  theme: 'light' | 'dark',
  readers: Map<string, Visitor>,
): Promise<void> {
  const signedIn = await welcomeVisitor(browser, product.origin, { colorScheme: theme });
  await signedIn.page.context().addCookies(await admin.page.context().cookies());
  readers.set('administrator', signedIn);
  readers.set('nobody', await welcomeVisitor(browser, product.origin, { colorScheme: theme }));
}
