import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import type { ApiReader } from '../api-reader.ts';
import { findViolations } from '../testing/find-violations.ts';
import { connectByApi, setUpByApi } from '../testing/prepare-workspace.ts';
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
      field: 'PullRequest.timelineItems',
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
let lacking = '';

test('what is missing is told by kind of data, with its cause and its repair', async () => {
  const { page } = story.admin;
  await page.goto('/sync?sort=least-complete');
  const gap = table().getByRole('row').filter({ hasText: /\d %/ }).first();
  await gap.waitFor();
  lacking = (await gap.locator('[data-opens-row]').textContent()) ?? '';
  await gap.locator('[data-opens-row]').click();
  await seeText(page, 'Set aside: 1 record');
  await seeText(page, 'This token may not read it.');

  expect(page.url()).toMatch(/peek=\d+-\d+/);
  expect(await findViolations(page)).toEqual([]);
});

test('a look into a repository is an address, and Escape leads back to its row', async () => {
  const { page } = story.admin;
  await page.reload();
  await seeText(page, 'Set aside: 1 record');
  await page.keyboard.press('Escape');
  await panel().waitFor({ state: 'detached' });

  expect(page.url()).not.toContain('peek');
});

test('Repair asks for it again, and nothing is missing any more', async () => {
  const { page } = story.admin;
  await page.getByRole('button', { name: lacking }).click();
  await panel().getByRole('button', { name: 'Repair' }).click();
  await seeText(page, `What is missing of ${lacking} is asked for again.`);
  await panel()
    .getByText(/with everything that is read of them/)
    .waitFor({ timeout: 60_000 });
  await page.keyboard.press('Escape');

  await expect.poll(() => table().getByText('%').count(), { timeout: 15_000 }).toBe(0);
}, 90_000);

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

test('the list is walked by keyboard alone', async () => {
  const { page } = story.admin;
  await page.goto('/sync');
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

test('the quota of 24 hours is a picture with a finding, and a table in the address', async () => {
  const { page } = story.admin;
  await page.getByText('24 hours by lane').click();
  await seeText(page, /points in the last 24 hours, (most|all) of them for backfill/);
  await page.getByRole('button', { name: 'As table' }).click();
  await page.getByRole('table', { name: 'GraphQL by hour' }).waitFor();

  expect(page.url()).toContain('as=table');
  expect(await findViolations(page)).toEqual([]);
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
  const violations = await findViolations(page);
  await page.getByRole('button', { name: 'Read everything again' }).click();
  await seeText(page, 'larkfield is read again. What is here stays meanwhile.');
  await seeText(page, /all \d+ pull requests are here/);

  expect(Number(points)).toBeGreaterThan(0);
  expect(violations).toEqual([]);
  story.admin.expectQuiet();
}, 60_000);
