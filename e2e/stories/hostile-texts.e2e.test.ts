import { listConnections, updateConnection, updateWorkspace } from '@throughline/contract';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addLinkedPerson, connectByApi, setUpByApi } from '../testing/prepare-workspace.ts';
import { seeAllLoaded, seeText } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { tellStory } from '../testing/tell-story.ts';
import { hostileTexts } from '../worlds/markup.data.ts';

const name = '"><img src=x onerror=ran=1>';
let slug = '';
const story = tellStory({
  isStory: false,
  startGithub: () => startWorld('hostile', Date.now()),
  prepare: async ({ product, github }) => {
    const reader = await setUpByApi(product);
    await connectByApi(reader, github, 'hostile');
    slug = await addLinkedPerson(reader, { name, email: 'mallory-1@example.com', login: 'mallory-1' });
    const [connection] = (await reader.call(listConnections)).connections;
    const connectionId = connection?.connectionId ?? 0;
    await reader.call(updateConnection, { params: { connectionId }, body: { name } });
    await reader.call(updateWorkspace, { body: { name } });
    return reader;
  },
});

test(`${hostileTexts.length} hostile titles, branches, labels and names are read as the texts they are`, async () => {
  const { page } = story.admin;
  await page.goto('/pulls');
  await seeText(page, `${hostileTexts.length} pull requests.`);
  for (const shown of [100, 150, hostileTexts.length]) {
    await page.getByRole('button', { name: 'Show more' }).click();
    await seeText(page, `1 to ${shown} of ${hostileTexts.length}`);
  }

  const shown = new Set(await readTitlesWhileScrolling(page));

  expect(hostileTexts.filter((text) => !shown.has(text))).toEqual([]);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  story.admin.expectQuiet();
});

test.each([
  '/',
  '/people',
  '/people/{slug}',
  '/people/{slug}/accounts',
  '/reviews?reviewer={slug}',
  '/pulls?author=<script>ran=1</script>&state="><img src=x onerror=ran=1>&period=javascript:ran=1',
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

  await page.goto(path.replace('{slug}', slug));
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
