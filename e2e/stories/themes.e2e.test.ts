import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { listRepositoryRows } from '@throughline/contract';
import { expect, test } from 'vitest';
import { checkoutFolder } from '../testing/checkout-folder.ts';
import { expectAccessible } from '../testing/find-violations.ts';
import { readFocus } from '../testing/keyboard.ts';
import { addLinkedPerson, connectByApi, setUpByApi } from '../testing/prepare-workspace.ts';
import { seeAllLoaded, seeHeading, seeText } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { tellStory } from '../testing/tell-story.ts';

// What a reader chooses for themselves: theme, height of rows, exact times, single keys, standing still.
const pictures = join(checkoutFolder, '.tmp/e2e/themes');
let repository = '';
const story = tellStory({
  startGithub: () => startWorld('acme', Date.now()),
  prepare: async ({ product, github }) => {
    const reader = await setUpByApi(product);
    await connectByApi(reader, github, 'acme');
    await addLinkedPerson(reader, { name: 'Bob Barker', email: 'bob@acme.example', login: 'bob' });
    const { repositories } = await reader.call(listRepositoryRows, { query: { q: 'acme/api' } });
    repository = repositories[0]?.path ?? '';
    await mkdir(pictures, { recursive: true });
    return reader;
  },
});

const choose = async (command: string) => {
  const { page } = story.admin;
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find or do anything' }).fill(`>${command}`);
  await page.getByRole('option', { name: command, exact: true }).click();
};

const readColours = () =>
  story.admin.page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body);
    return `${color} on ${backgroundColor}`;
  });

test('four themes, each by choice and kept over a reload', async () => {
  const { page } = story.admin;
  await page.goto('/pulls');
  await seeHeading(page, 'Pull requests');
  const seen = new Set<string>();
  for (const theme of ['Dark', 'Light, high contrast', 'Dark, high contrast', 'Light']) {
    await choose(`Theme: ${theme}`);
    const isHigh = theme.endsWith('high contrast');
    const mode = theme.startsWith('Dark') ? 'dark' : 'light';
    const attribute = `html[data-color-mode=${mode}][data-${mode}-theme=${mode}${isHigh ? '_high_contrast' : ''}]`;
    await page.locator(attribute).waitFor();
    await seeAllLoaded(page);
    seen.add(await readColours());
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: join(pictures, `pulls-${mode}${isHigh ? '-high' : ''}-${width}.png`) });
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.reload();
    await page.locator(attribute).waitFor();
  }

  expect(seen.size).toBe(4);
  story.admin.expectQuiet();
});

test('who wants no motion sees everything change at once', async () => {
  const { page } = story.admin;
  await page.goto('/pulls');
  await seeHeading(page, 'Pull requests');

  const moving = await page.evaluate(() => {
    document.documentElement.dataset['colorMode'] = 'dark';
    return document.getAnimations().filter((one) => one instanceof CSSTransition).length;
  });

  expect(moving).toBe(0);
  story.admin.expectQuiet();
});

test('who chose nothing gets the theme and the contrast that their system asks for', async () => {
  const visitor = await story.welcome({ colorScheme: 'dark', contrast: 'more' });
  await visitor.page.goto('/signin');

  await visitor.page.locator('html[data-color-mode=auto][data-dark-theme=dark_high_contrast]').waitFor();
  await expectAccessible(visitor.page);
  visitor.expectQuiet();
});

test('colours that the system forces leave edges and focus', async () => {
  const visitor = await story.welcome({ forcedColors: 'active' });
  const { page } = visitor;
  await page.context().addCookies(await story.admin.page.context().cookies());
  await page.goto('/repositories');
  await seeHeading(page, 'Repositories');
  await seeAllLoaded(page);
  await page.keyboard.press('j');

  expect(await readFocus(page)).toMatchObject({ isSeen: true });
  await page.screenshot({ path: join(pictures, 'repositories-forced.png') });
  visitor.expectQuiet();
});

test('exact times stand everywhere, and relative ones again', async () => {
  const { page } = story.admin;
  await page.goto(repository);
  await seeHeading(page, 'acme/api');

  await choose('Show exact times');
  await seeText(page, /\d{1,2} \w{3} \d{4}, \d{2}:\d{2}/);
  await choose('Show relative times');
  await expect.poll(() => page.locator('main time').first().textContent()).not.toMatch(/\d{4}, \d{2}:\d{2}/);
});

test('paused, a page asks for nothing by itself', async () => {
  const { page } = story.admin;
  await page.goto('/sync');
  await seeHeading(page, 'Sync');
  await page.getByRole('button', { name: 'Pause live updates' }).click();
  await seeText(page, 'Live updates are paused');
  await page.waitForTimeout(1_000);
  const asked: string[] = [];
  // The palette's code comes when the page has nothing else to do; it tells nothing new.
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.push(pathname);
  });
  await page.waitForTimeout(5_000);

  expect(asked.filter((path) => path !== '/api/session')).toEqual([]);
  await page.getByRole('button', { name: 'Resume live updates' }).click();
  await expect.poll(() => asked.length, { timeout: 10_000 }).toBeGreaterThan(0);
});

test('single keys are off for who turned them off, and never act in a field', async () => {
  const { page } = story.admin;
  await page.goto('/repositories');
  await seeHeading(page, 'Repositories');
  await page.keyboard.press('/');
  await page.keyboard.type('gp?jx');
  await seeText(page, /gp\?jx/);
  expect(new URL(page.url()).pathname).toBe('/repositories');
  await page.getByRole('button', { name: /your menu/ }).click();
  await page.getByRole('menuitemcheckbox', { name: /Single keys/ }).click();
  await page.keyboard.press('Escape');
  await page.goto('/people');
  await seeHeading(page, 'People');

  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await page.keyboard.press('?');
  await page.waitForTimeout(300);

  expect(new URL(page.url()).pathname).toBe('/people');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find or do anything' }).waitFor();
  story.admin.expectQuiet();
});
