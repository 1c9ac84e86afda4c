import {
  createTeam,
  listConnections,
  listRepositoryRows,
  updateConnection,
  updateWorkspace,
} from '@throughline/contract';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addLinkedPerson, connectByApi, setUpByApi } from '../testing/prepare-workspace.ts';
import { seeAllLoaded, seeHeading, seeText } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { tellStory } from '../testing/tell-story.ts';
import { hostileTexts } from '../worlds/markup.data.ts';

const name = '"><img src=x onerror=ran=1>';
/** What the database keeps of a text: half a pair of surrogates is none. */
const kept = hostileTexts.map((text) => text.toWellFormed());
const values = new Map<string, string>();
const story = tellStory({
  isStory: false,
  startGithub: () => startWorld('hostile', Date.now()),
  prepare: async ({ product, github }) => {
    const reader = await setUpByApi(product);
    await connectByApi(reader, github, 'hostile');
    const person = { name, email: 'mallory-1@example.com', login: 'mallory-1' };
    values.set('slug', await addLinkedPerson(reader, person));
    const [connection] = (await reader.call(listConnections)).connections;
    const connectionId = connection?.connectionId ?? 0;
    await reader.call(updateConnection, {
      params: { connectionId },
      body: { name, was: connection?.name ?? '' },
    });
    await reader.call(updateWorkspace, { body: { name } });
    values.set('team', (await reader.call(createTeam, { body: { name } })).slug);
    const { repositories } = await reader.call(listRepositoryRows, { query: {} });
    values.set('repository', repositories[0]?.path ?? '');
    return reader;
  },
});

const fill = (path: string): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, value: string) => values.get(value) ?? '');

test(`${hostileTexts.length} hostile titles, branches, labels and names are read as the texts they are`, async () => {
  const { page } = story.admin;
  await page.goto('/pulls');
  await seeText(page, `${hostileTexts.length} pull requests`);
  const more = page.getByRole('button', { name: 'Show more' });
  await seeAllLoaded(page);
  const end = page.getByText(/^1 to \d+ of \d+/);
  while (await more.isVisible()) {
    const before = await end.textContent();
    await more.click();
    await expect.poll(() => end.textContent(), { timeout: 10_000 }).not.toBe(before);
  }

  const shown = new Set(await readTitlesWhileScrolling(page));

  expect(kept.filter((text) => !shown.has(text))).toEqual([]);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  story.admin.expectQuiet();
});

test('each of them as the title of a page of its own, of the browser’s tab too', async () => {
  const { page } = story.admin;
  const sample = kept.flatMap((text, index) =>
    index % 30 === 0 || (index > 180 && index % 3 === 0) ? [{ text, index }] : [],
  );
  for (const { text, index } of sample) {
    await page.goto(fill(`{repository}/pull/${index + 1}`));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await seeAllLoaded(page);
    expect(await page.evaluate(() => 'ran' in window), text).toBe(false);
  }
  story.admin.takeRefusals();
  expect(story.admin.faults).toEqual([]);
}, 180_000);

test('each of them typed into search and the palette finds what is called so, and runs nothing', async () => {
  const { page } = story.admin;
  await page.goto('/search');
  const field = page.getByRole('searchbox');
  for (const text of kept.filter((_, index) => index % 20 === 0 || (index > 180 && index % 2 === 0))) {
    await field.fill(text);
    await page.getByRole('heading', { level: 1 }).waitFor();
  }
  await seeAllLoaded(page);
  await page.goto('/pulls');
  await seeHeading(page, 'Pull requests');
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('combobox', { name: 'Find or do anything' });
  for (const text of [
    'onerror=ran=1',
    '<script>ran',
    'javascript:ran=1',
    '{{constructor',
    'elsewhere.invalid',
  ]) {
    await palette.fill(text);
    await page
      .getByRole('option')
      .filter({ hasText: text.slice(0, 12) })
      .first()
      .waitFor();
  }

  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(story.admin.faults).toEqual([]);
}, 120_000);

test('no cell of a file begins as a formula, and no text of it is anything but text', async () => {
  const { request } = story.admin.page.context();
  const csv = await (await request.get(`${story.product.origin}/api/pulls.csv`)).text();
  const json = await request.get(`${story.product.origin}/api/pulls.json`);

  expect(csv.split('\r\n').length).toBeGreaterThan(hostileTexts.length);
  expect(csv.match(/(?:^|,|\r\n)"?[=+@\t\r-](?!\d+(?:,|\r\n))[^,]{0,30}/g) ?? []).toEqual([]);
  expect(json.headers()['content-type']).toMatch(/^application\/json/);
  expect(json.headers()['content-disposition']).toMatch(/^attachment/);
});

test.each([
  '/',
  '/attention',
  '/people',
  '/people/{slug}',
  '/people/{slug}/accounts',
  '/teams',
  '/teams/{team}',
  '/teams/{team}/members',
  '/teams/{team}/settings',
  '/people/suggestions',
  '/people/unlinked',
  '/people/bots',
  '/people/members',
  '/people/{slug}/rows?figure=shipped&period=2026',
  '/attention?repo=hostile/texts',
  '/pulls?group=label&cols=labels',
  '/reports/cycle-time?by=label&as=table',
  '/reports/merged?by=label',
  '/reports/merged/rows?period=2026',
  '/settings/exclusions',
  '/repositories',
  '{repository}',
  '{repository}/pull/1?period=<script>ran=1</script>',
  '/repositories?q=<img src=x onerror=ran=1>',
  '/gh/<script>ran=1</script>',
  '/gh/javascript:ran=1',
  '/search?q="><img src=x onerror=ran=1>',
  '/reviews?reviewer={slug}',
  '/reports',
  '/views',
  '/pulls?author=<script>ran=1</script>&state="><img src=x onerror=ran=1>&period=javascript:ran=1',
  '/pulls?label=<img src=x onerror=ran=1>&sort=javascript:ran=1&group=label&peek=<svg onload=ran=1>',
  '/sync?q=<img src=x onerror=ran=1>',
  '/settings/github',
  `/settings/github/${encodeURIComponent(name)}`,
  '/settings/workspace',
  '/settings/users',
  '/audit',
  '/<script>ran=1</script>',
  '/signin?to=javascript:ran=1',
])('%s runs nothing of them', async (path) => {
  const { page } = story.admin;

  await page.goto(fill(path));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await seeAllLoaded(page);

  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(story.admin.faults).toEqual([]);
});

/** From top to bottom: only the rows near the screen are in the page. */
const readTitlesWhileScrolling = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (let top = 0; top <= document.documentElement.scrollHeight; top += 400) {
      window.scrollTo(0, top);
      await new Promise((resolve) => setTimeout(resolve, 50));
      found.push(...[...document.querySelectorAll('td bdi')].map((title) => title.textContent));
    }
    return found;
  });

test('every kind of answer carries the headers that keep a page to itself, and tells nothing of what runs', async () => {
  const { origin } = story.product;
  const script = /src="(\/assets\/[^"]+)"/.exec(await (await fetch(origin)).text())?.[1] ?? '';
  const answers = await Promise.all(
    ['/', script, '/api/session', '/api/people', '/api/no-such', '/no/such/page', '/assets/none.js'].map(
      (path) => fetch(`${origin}${path}`),
    ),
  );

  for (const { headers, url } of answers) {
    expect([url, headers.get('x-content-type-options')]).toEqual([url, 'nosniff']);
    expect([url, headers.get('x-frame-options')]).toEqual([url, 'DENY']);
    expect([url, headers.get('cross-origin-opener-policy')]).toEqual([url, 'same-origin']);
    expect([url, headers.get('cross-origin-resource-policy')]).toEqual([url, 'same-origin']);
    expect([url, headers.get('referrer-policy')]).toEqual([url, 'same-origin']);
    expect([url, headers.get('content-security-policy')]).toEqual([
      url,
      expect.stringContaining("default-src 'none'"),
    ]);
    expect([url, headers.get('content-security-policy')]).toEqual([
      url,
      expect.not.stringContaining('unsafe'),
    ]);
    expect([url, headers.get('server'), headers.get('x-powered-by')]).toEqual([url, null, null]);
  }
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 401, 404, 200, 404]);
});
