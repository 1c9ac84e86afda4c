import { getSync, readConnectionAgain } from '@throughline/contract';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import type { ApiReader } from '../api-reader.ts';
import { findInEveryForm } from '../testing/find-in-every-form.ts';
import { addLinkedPerson, connectByApi, setUpByApi } from '../testing/prepare-workspace.ts';
import { seeText } from '../testing/read-page.ts';
import { startEmulatorCommand } from '../testing/start-github.ts';
import { tellStory } from '../testing/tell-story.ts';

let reader: ApiReader;
const story = tellStory({
  startGithub: () =>
    startEmulatorCommand(['--procedural', '--people', '12', '--pulls', '90', '--repos', '6', '--no-limits']),
  prepare: async ({ product, github }) => {
    reader = await setUpByApi(product);
    await github.control('faults', {
      kind: 'field',
      field: 'PullRequestReview.state',
      type: 'FORBIDDEN',
      times: 1,
    });
    await connectByApi(reader, github, 'larkfield');
    return reader;
  },
});

const table = (): Locator => story.admin.page.getByRole('table', { name: 'Repositories' });
const names = (): Promise<readonly string[]> => table().locator('[data-opens-row]').allTextContents();
const panel = (): Locator => story.admin.page.getByRole('dialog');
const lacking = (): Locator => table().getByRole('row').filter({ hasText: /\d %/ });

test('what is missing is told by kind of data, with its cause and its repair', async () => {
  const { page } = story.admin;
  await page.goto('/sync?sort=least-complete');
  await lacking().first().locator('[data-opens-row]').click();
  await seeText(page, /^Reviews, comments, commits and events of 1 pull request$/);
  await seeText(page, /token/);

  expect(page.url()).toMatch(/peek=\d+-\d+/);
  expect(await findInEveryForm(page)).toEqual([]);
});

test('a look into a repository is an address, and Escape leads back to its row', async () => {
  const { page } = story.admin;
  await page.reload();
  await seeText(page, /^Reviews, comments, commits and events of 1 pull request$/);
  await page.keyboard.press('Escape');
  await panel().waitFor({ state: 'detached' });

  expect(page.url()).not.toContain('peek');
});

test('a figure that rests on it says so, with how much is here', async () => {
  const { page } = story.admin;
  const login = (await reader.call(getSync)).connections[0]?.connection.credential?.login ?? '';
  const slug = await addLinkedPerson(reader, { name: 'Hana', email: 'hana@larkfield.example', login });
  await page.goto(`/people/${slug}?period=2026`);
  await page
    .getByText(/\d+ % of what this rests on is here/)
    .first()
    .waitFor();
  await seeText(page, /at least/);

  expect(await findInEveryForm(page)).toEqual([]);
});

test('a plan says what is missing though it was read, and shows where', async () => {
  const { page } = story.admin;
  await page.goto('/sync');
  await page.getByRole('button', { name: 'Plan a backfill' }).click();
  await seeText(
    page,
    /^All of larkfield has been read, but not all is here\. At least \d+ pull requests? in/,
  );
  const violations = await findInEveryForm(page);
  await panel().getByRole('button', { name: 'Show what has gaps' }).click();
  await panel().waitFor({ state: 'detached' });

  expect(new URL(page.url()).search).toBe('?sort=least-complete');
  expect(violations).toEqual([]);
});

test('Repair asks for it again, and nothing is missing any more', async () => {
  const { page } = story.admin;
  await page.goto('/sync?sort=least-complete');
  const opener = lacking().first().locator('[data-opens-row]');
  await opener.waitFor();
  for (let repaired = 0; repaired < 2 && (await opener.count()) > 0; repaired += 1) {
    const name = (await opener.textContent()) ?? '';
    await opener.click();
    await panel().getByRole('button', { name: 'Repair' }).click();
    await seeText(page, `What is missing of ${name} is asked for again.`);
    await panel()
      .getByText(/with everything that is read of them/)
      .waitFor({ timeout: 60_000 });
    await page.keyboard.press('Escape');
    await expect.poll(() => lacking().filter({ hasText: name }).count(), { timeout: 15_000 }).toBe(0);
  }

  expect(await lacking().count()).toBe(0);
}, 120_000);

test('the list is filtered and ordered by the address, which survives a reload', async () => {
  const { page } = story.admin;
  await page.goto('/sync');
  await table().waitFor();
  const all = await names();
  await page.getByRole('button', { name: /^Order:/ }).click();
  await page.getByRole('menuitemradio', { name: 'most pull requests first' }).click();
  await expect.poll(names).not.toEqual(all);
  const bySize = await names();
  await page.getByPlaceholder(/^Filter \d+ repositories$/).fill('o');
  await expect.poll(async () => (await names()).length).toBeLessThan(all.length);
  await page.reload();
  await table().waitFor();

  expect([...bySize].toSorted()).toEqual([...all].toSorted());
  expect(new URL(page.url()).search).toBe('?sort=most-pull-requests&q=o');
  expect(await names()).toEqual(bySize.filter((name) => name.includes('o')));
});

test('the list is reached and walked by keyboard alone', async () => {
  const { page } = story.admin;
  await page.goto('/help');
  await seeText(page, 'Keys');
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.waitForURL('/sync');
  await table().waitFor();
  const [first = '', second = ''] = await names();
  await page.keyboard.press('/');
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('type'));
  await table().locator('[data-opens-row]').first().focus();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await panel().getByRole('heading', { name: second }).waitFor();
  await page.keyboard.press('Escape');
  await panel().waitFor({ state: 'detached' });
  await page.keyboard.press('k');

  expect(focused).toBe('search');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(first);
});

test('single keys can be turned off', async () => {
  const { page } = story.admin;
  const turn = async () => {
    await page.getByRole('button', { name: /your menu$/ }).click();
    await page.getByRole('menuitemcheckbox', { name: /^Single keys/ }).press('Enter');
    await page.keyboard.press('Escape');
  };
  await page.goto('/sync');
  await table().waitFor();
  await turn();
  await page.keyboard.press('/');
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('type'));
  await turn();

  expect(focused).not.toBe('search');
});

test('the quota of 24 hours is a picture with a finding, and a table in the address', async () => {
  const { page } = story.admin;
  await page.goto('/sync');
  await seeText(page, /points in the last 24 hours, (most|all) of them for backfill/);
  await page.getByRole('slider', { name: 'Hour of GraphQL' }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await seeText(page, /^\d\d:00 to \d\d:00: [\d,]+ points: /);
  const wrong = await findInEveryForm(page);
  await page.getByRole('button', { name: 'As table' }).click();
  await page.reload();
  await page.getByRole('table', { name: 'GraphQL by hour' }).waitFor();

  expect(page.url()).toContain('as=table');
  expect([...wrong, ...(await findInEveryForm(page))]).toEqual([]);
});

test('a backfill is planned before it begins: what it costs, by kind of data', async () => {
  const { page } = story.admin;
  await page.goto('/sync');
  await page.getByRole('button', { name: 'Plan a backfill' }).click();
  await panel().getByRole('button', { name: 'Everything again' }).click();
  await panel()
    .getByRole('row', { name: /^All of it/ })
    .waitFor();
  const points = await panel()
    .getByRole('row', { name: /^All of it/ })
    .getByRole('cell')
    .nth(2)
    .textContent();
  const violations = await findInEveryForm(page);
  await page.getByRole('button', { name: 'Read everything again' }).click();
  await seeText(page, 'larkfield is read again. What is here stays meanwhile.');
  await seeText(page, /all \d+ pull requests are here/);

  expect(Number(points)).toBeGreaterThan(0);
  expect(violations).toEqual([]);
  story.admin.expectQuiet();
}, 60_000);

test('a page that says at least tells by itself when all of it is here', async () => {
  const { admin, github } = story;
  const connectionId = (await reader.call(getSync)).connections[0]?.connection.connectionId ?? 0;
  await github.control('limits', { latencyMs: 2_000 });
  await reader.call(readConnectionAgain, { params: { connectionId } });
  await admin.page.goto('/people/hana?period=2026');
  await seeText(admin.page, /^At least \d+ /);
  await github.control('limits', { latencyMs: 0 });

  await admin.page.getByText('At least this much.').waitFor({ state: 'detached', timeout: 30_000 });
  await seeText(admin.page, /^\d+ (pull requests shipped|reviews given)/);
  admin.expectQuiet();
}, 60_000);
