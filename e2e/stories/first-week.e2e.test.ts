import {
  getSession,
  getSync,
  listRepositoryRows,
  listUsers,
  syncNow,
  updatePerson,
} from '@throughline/contract';
import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import type { ApiReader } from '../api-reader.ts';
import { administrator } from '../testing/acts.ts';
import { readFocus } from '../testing/keyboard.ts';
import { connectByApi, setUpByApi } from '../testing/prepare-workspace.ts';
import { seeHeading, seeRow, seeRowCount, seeText, toFirstNumber } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { takePictures } from '../testing/take-pictures.ts';
import { tellStory } from '../testing/tell-story.ts';

// One chain: an organisation nobody is known in, its people from a file, whose accounts are whose, a team of them, its
// week, the rows behind a number of it, the pull request at GitHub; and what waits for one of them, put off.
let reader: ApiReader;
const story = tellStory({
  startGithub: () => startWorld('whole', Date.now()),
  prepare: async ({ product, github }) => {
    reader = await setUpByApi(product);
    await connectByApi(reader, github, 'acme');
    return reader;
  },
});

const people = [
  'name;email',
  'Ada Novak;ada@acme.example',
  'Bob Barker;bob@acme.example',
  'Cyd Öz;cyd@acme.example',
  'Dee Else;dee@acme.example',
].join('\r\n');

const week = { path: '' };

/** Another page of the same reader, in a window of its own: what one page follows the other need not wait for. */
async function openBeside(path: string): Promise<Page> {
  const { page } = await story.welcome();
  await page.context().addCookies([...reader.cookies()]);
  await page.goto(path);
  return page;
}

test('a file of people is previewed row by row, and written by one click', async () => {
  const { page } = story.admin;
  await page.goto('/people/import');

  await page
    .getByLabel('File of people')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${people}\r\n`) });
  await seeText(page, /4 to add, 0 to change/);
  await takePictures(page, '1-import');
  await page.getByRole('button', { name: 'Add 4 people' }).click();
  await page.getByRole('link', { name: 'See whose accounts are suggested now' }).click();

  await seeHeading(page, 'Suggestions');
  story.admin.expectQuiet();
});

test('their accounts are suggested with proof, and who has none is not guessed', async () => {
  const { page } = story.admin;
  await seeText(page, '3 suggestions, all certain: each rests on proof.');
  expect(await page.getByRole('row').filter({ hasText: 'Dee Else' }).count()).toBe(0);
  await takePictures(page, '2-suggestions');

  await page.getByRole('button', { name: 'Accept all 3 that are certain' }).click();

  await seeText(page, '3 accounts are linked.');
  story.admin.expectQuiet();
});

test('a team of GitHub’s becomes theirs', async () => {
  const { page } = story.admin;
  await page.goto('/teams/github');
  await page.getByRole('button', { name: 'Pick all' }).click();
  await takePictures(page, '3-take-teams');

  await page.getByRole('button', { name: 'Take 2 teams' }).click();

  await seeHeading(page, 'Teams');
  await seeRow(page, 'platform', '3 people');
  await page.goto('/teams/platform/members');
  await seeText(page, '3 contributors today.');
  await takePictures(page, '3-members');
  story.admin.expectQuiet();
});

test('its week is a sentence and figures', async () => {
  const { page } = story.admin;
  await page.goto('/teams/platform');
  await page.getByRole('link', { name: /^◂ week/ }).click();

  await seeText(page, /pull requests landed/);

  week.path = page.url();
  await takePictures(page, '4-week');
  story.admin.expectQuiet();
});

test('a figure of the week opens its rows, a row its pull request, and that the same at GitHub', async () => {
  const { page } = story.admin;
  await page.goto(week.path);
  const figure = page
    .locator('main a[href^="/pulls?"]')
    .filter({ hasText: /^\d+ pull requests$/ })
    .first();
  const merged = toFirstNumber(await figure.textContent());
  await figure.click();
  await seeHeading(page, 'Pull requests');
  await seeText(page, new RegExp(`^${merged} pull requests`));
  await seeRowCount(page, 'Pull requests', merged);
  await takePictures(page, '5-rows');
  await page.getByRole('row').filter({ hasText: ', part ' }).getByRole('link').first().click();
  await seeHeading(page, /, part \d+$/);
  await takePictures(page, '5-pull-request');
  const path = new URL(page.url()).pathname;

  const opening = page.waitForEvent('popup');
  await page.getByRole('main').getByRole('link', { name: 'Open on GitHub' }).click();
  const opened = await opening;

  const [, repository, number] = /\/(acme\/\w+)\/pull\/(\d+)$/.exec(path) ?? [];
  expect(opened.url()).toBe(`${story.github.origin}/${repository}/pull/${number}`);
  await opened.close();
  story.admin.expectQuiet();
});

test('what waits for one of them stands first at Home, and goes when it is put off', async () => {
  const { page } = story.admin;
  const { user } = await reader.call(getSession);
  const { users } = await reader.call(listUsers);
  expect(users.map(({ email }) => email)).toEqual([administrator.email]);
  await reader.call(updatePerson, { params: { slug: 'bob-barker' }, body: { userId: user?.userId ?? 0 } });
  await page.goto('/');
  await seeText(page, '2 things wait for you.');
  await takePictures(page, '6-home');
  await page.goto('/attention?team=platform');
  await seeHeading(page, 'Attention now in platform');
  await takePictures(page, '6-attention');
  await page.goto('/');
  await page.getByRole('button', { name: 'Commands for acme/payouts #3' }).click();

  await page.getByRole('menuitem', { name: /^Tomorrow/ }).click();

  await seeText(page, '1 thing waits for you.');
  await seeText(page, /acme\/payouts #3 is snoozed until/);
  const next = page.getByRole('button', { name: 'Commands for acme/payouts #2' });
  await expect.poll(() => next.evaluate((button) => button === document.activeElement)).toBe(true);
  await takePictures(page, '6-snoozed');
  story.admin.expectQuiet();
});

test('what is read while pages are open shows in lists within three seconds, then in figures, and no row moves', {
  timeout: 150_000,
}, async () => {
  const { page } = story.admin;
  await page.goto('/pulls?q=gone');
  await seeRowCount(page, 'Pull requests', 2);
  const rows = page.getByRole('table', { name: 'Pull requests' }).locator('tbody tr');
  const titles = await rows.getByRole('link').allTextContents();
  const ofBob = await openBeside('/people/bob-barker?period=last-365-days');
  await ofBob.getByText('acme/web').first().waitFor();
  const ofOpened = await openBeside('/reports/opened/rows?period=last-365-days');
  await ofOpened.getByText('acme/web').first().waitFor();
  const ofWeek = await openBeside(week.path);
  await seeText(ofWeek, /pull requests landed/);
  let weeksAsked = 0;
  ofWeek.on('response', (response) => {
    weeksAsked += response.url().includes('/api/teams/platform/weeks/') && response.ok() ? 1 : 0;
  });
  const told = await fetch(`${story.github.origin}/_emulator/truth`);
  // as: the emulator's own list of its repositories
  const repositories = (await told.json()) as { id: number; fullName: string }[];
  const web = repositories.find(({ fullName }) => fullName === 'acme/web');

  await story.github.control('repositories', { kind: 'renamed', repositoryId: web?.id, name: 'site' });
  const { connections } = await reader.call(getSync);
  await reader.call(syncNow, { params: { connectionId: connections[0]?.connection.connectionId ?? 0 } });
  const isRead = async () =>
    (await reader.call(listRepositoryRows, { query: { q: 'acme/site' } })).repositories.length === 1;
  await vi.waitUntil(isRead, { timeout: 30_000, interval: 100 });

  await page.getByText('acme/site').first().waitFor({ timeout: 3_000 });
  // Figures follow in a share of the time (decision 56): at once, unless something else was told just before.
  const isSeen = { timeout: 90_000 };
  await Promise.all([
    ofOpened.getByText('acme/site').first().waitFor(isSeen),
    // A group of another name: it waits, and the one that is gone stays.
    ofBob.getByText('1 new').waitFor(isSeen),
    vi.waitUntil(() => weeksAsked > 0, isSeen),
  ]);
  expect(await rows.getByRole('link').allTextContents()).toEqual(titles);
  await Promise.all([ofBob, ofOpened, ofWeek].map((each) => each.context().close()));
  story.admin.expectQuiet();
});

test('U begins a filter by author and L one by label, from a row of the list', async () => {
  const { page } = story.admin;
  await page.keyboard.press('j');
  await page.keyboard.press('u');
  await page.keyboard.type('bob-barker');
  await page.keyboard.press('Enter');
  await seeRowCount(page, 'Pull requests', 1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('j');

  await page.keyboard.press('l');

  const box = page.getByRole('searchbox', { name: 'Filter pull requests' });
  await expect.poll(() => box.inputValue()).toMatch(/ label:$/);
  expect(await readFocus(page)).toMatchObject({ name: 'Filter pull requests' });
  story.admin.expectQuiet();
});
