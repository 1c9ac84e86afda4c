import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { getSync, listPeople, listPullRequestRows, startDemo } from '@throughline/contract';
import { describe, test, vi } from 'vitest';
import type { ApiReader } from '../api-reader.ts';
import { giveHost, testToken } from '../testing/acts.ts';
import { checkoutFolder } from '../testing/checkout-folder.ts';
import { setUpByApi, waitUntilRead } from '../testing/prepare-workspace.ts';
import { seeAllLoaded, seeHeading, seeText } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { tellStory } from '../testing/tell-story.ts';

const folder = join(checkoutFolder, 'docs/screenshots');

// `THROUGHLINE_SCREENSHOTS=1 npx vitest run --project browser pictures` makes the pictures of README and the guides.
describe.skipIf(process.env['THROUGHLINE_SCREENSHOTS'] !== '1')('pictures for the documents', () => {
  let reader: ApiReader;
  const story = tellStory({
    startGithub: () => startWorld('acme', Date.now()),
    prepare: async ({ product, admin }) => {
      reader = await setUpByApi(product);
      await admin.page.setViewportSize({ width: 1280, height: 800 });
      await mkdir(folder, { recursive: true });
      return reader;
    },
  });
  const take = async (name: string) => {
    const { page } = story.admin;
    await seeAllLoaded(page);
    await page.screenshot({ path: join(folder, `${name}.png`) });
  };

  const reload = async () => {
    const { page } = story.admin;
    await page.reload();
    await page.getByRole('button', { name: /^Order:/ }).waitFor();
    await seeText(page, /24 hours/);
    await page.waitForTimeout(500);
  };
  const isAllCounted = async () => {
    const { connections } = await reader.call(getSync);
    return connections.every(({ data }) => data.every(({ percent }) => percent === 100));
  };

  test('welcome', async () => {
    await story.admin.page.goto('/welcome');
    await seeHeading(story.admin.page, 'Welcome. Let’s see your team’s work.');
    await take('welcome');
  });

  test('the token tested', async () => {
    const { page } = story.admin;
    await page.goto('/settings/github/new');
    await giveHost(page, story.github.origin);
    await testToken(page, story.github.token);
    await seeText(page, 'Successfully connected via ada.');
    await take('connect');
  });

  test('the demo while it is read, and one of its people', async () => {
    const { page } = story.admin;
    await reader.call(startDemo);
    await page.goto('/sync');
    await page.getByText(/[3-9]\d % of its history is here/).waitFor({ timeout: 60_000 });
    await page
      .getByRole('row', { name: /complete/ })
      .first()
      .waitFor();
    await page.setViewportSize({ width: 1280, height: 1100 });
    await reload();
    await take('sync');
    await page.emulateMedia({ colorScheme: 'dark' });
    await reload();
    await take('sync-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 390, height: 844 });
    await reload();
    await take('sync-390');
    await page.setViewportSize({ width: 1280, height: 1100 });
    await reload();
    await page.locator('[data-opens-row]').first().click();
    await seeHeading(page, /\//);
    await take('sync-repository');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Plan a backfill' }).click();
    await page.getByRole('button', { name: 'Everything again' }).click();
    await page.getByRole('row', { name: /^All of it/ }).waitFor();
    await take('sync-plan');
    await page.setViewportSize({ width: 1280, height: 800 });
    await waitUntilRead(reader, 150_000);
    await vi.waitUntil(isAllCounted, { timeout: 60_000, interval: 500 });
    const [person] = (await reader.call(listPeople, { query: {} })).people;
    await page.goto(`/people/${person?.slug}`);
    await seeText(page, /shipped/);
    await take('person-page');
  }, 180_000);

  test('lists, a pull request, a team’s week, what waits, a metric', async () => {
    const { page } = story.admin;
    const query = { state: 'merged', period: 'last-30-days', team: 'checkout' };
    const { pullRequests } = await reader.call(listPullRequestRows, { query });
    await page.setViewportSize({ width: 1280, height: 960 });
    for (const [name, path, text] of [
      ['pulls', `/pulls?${new URLSearchParams(query)}`, /^\d+ pull requests, the last 30 days/],
      ['pull-request', pullRequests[2]?.path ?? '', /from first commit to merge/],
      ['team-week', '/teams/checkout', /pull requests? landed/],
      ['attention', '/attention?team=checkout', /beyond Throughline’s own limits in Checkout/],
      ['report', '/reports/cycle-time?period=last-90-days', /the last 90 days/],
    ] as const) {
      await page.goto(path);
      await seeText(page, text);
      await take(name);
    }
  }, 60_000);
});
