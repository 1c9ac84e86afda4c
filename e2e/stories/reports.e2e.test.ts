import { getMetric, getMetricSpread, writeMetricValue, writeWorkingHours } from '@throughline/contract';
import { expect, test } from 'vitest';
import type { ApiReader } from '../api-reader.ts';
import { expectAccessible } from '../testing/find-violations.ts';
import { tabTo } from '../testing/keyboard.ts';
import { addLinkedPerson, connectByApi, setUpByApi } from '../testing/prepare-workspace.ts';
import { seeAllLoaded, seeHeading, seeRowCount, seeText } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { takePictures } from '../testing/take-pictures.ts';
import { tellStory } from '../testing/tell-story.ts';

// From the catalogue into a metric, from its figure and from a mark of its picture into exactly the rows.
let reader: ApiReader;
const story = tellStory({
  startGithub: () => startWorld('acme', Date.now()),
  prepare: async ({ product, github }) => {
    reader = await setUpByApi(product);
    await connectByApi(reader, github, 'acme');
    await addLinkedPerson(reader, { name: 'Bob Barker', email: 'bob@acme.example', login: 'bob' });
    return reader;
  },
});

const countOpened = async (): Promise<number> => {
  const query = { period: 'last-365-days' };
  const { figure, leftOut } = await reader.call(getMetric, { params: { metric: 'opened' }, query });
  return figure.n + leftOut.reduce((sum, { n }) => sum + n, 0);
};

/** What is spoken of the mark that has the focus. */
const readMark = (): Promise<string> =>
  story.admin.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

test('the catalogue says how each metric is made', async () => {
  const { page } = story.admin;
  await expect.poll(countOpened, { timeout: 30_000 }).toBeGreaterThan(100);
  await page.goto('/reports');
  await seeHeading(page, 'Reports');
  await page.getByText('How cycle time is made').click();

  await seeText(page, /^M − C = coding/);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Cycle time' }).click();

  await seeHeading(page, 'Cycle time');
  story.admin.expectQuiet();
});

test('a figure opens exactly the rows it rests on', async () => {
  const { page } = story.admin;
  await page.goto('/reports/opened?period=last-365-days');
  await seeAllLoaded(page);
  await takePictures(page, '9-figure');
  const { figure } = await reader.call(getMetric, {
    params: { metric: 'opened' },
    query: { period: 'last-365-days' },
  });

  await page.getByRole('link', { name: `${figure.n} pull requests`, exact: true }).click();

  await seeText(page, `${figure.n} pull requests, the last 365 days`);
  await seeText(page, `1 to 50 of ${figure.n}`);
  story.admin.expectQuiet();
});

test('a picture is walked through by arrows, and a mark opens its rows', async () => {
  const { page } = story.admin;
  await page.goto('/reports/opened?period=last-90-days');
  await seeAllLoaded(page);
  await expectAccessible(page);
  await tabTo(page, /-W\d\d, .*n \d+/);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  const label = await readMark();
  const n = Number(/n (\d+)/.exec(label)?.[1]);

  await page.keyboard.press('Enter');

  await expect.poll(() => new URL(page.url()).pathname).toBe('/reports/opened/rows');
  await seeText(page, new RegExp(`^${n} pull requests?, `));
  if (n > 0) await seeRowCount(page, 'Pull requests', n);
  story.admin.expectQuiet();
});

test('what stands side by side is drawn by name, walked down by arrows, and a bar opens its rows', async () => {
  const { page } = story.admin;
  await page.goto('/reports/opened?period=last-365-days&by=repo');
  await seeAllLoaded(page);
  await seeText(page, /^Opened: .*pull requests, the last 365 days\.$/);
  await expectAccessible(page);
  const { buckets } = await reader.call(getMetric, {
    params: { metric: 'opened' },
    query: { period: 'last-365-days', by: 'repo' },
  });
  const marks = page.locator('figure a');
  await expect.poll(() => marks.count()).toBe(buckets.length);
  expect(await marks.locator('bdi').allTextContents()).toEqual(buckets.map(({ label }) => label));
  await tabTo(page, /^acme\/.*, n \d+/);
  await page.keyboard.press('ArrowDown');
  const second = buckets[1];
  expect(second).toBeDefined();

  await page.keyboard.press('Enter');

  await expect.poll(() => new URL(page.url()).searchParams.get('repo')).toBe(second?.label);
  await seeText(page, new RegExp(`^${second?.n} pull requests?, the last 365 days$`));
  story.admin.expectQuiet();
});

test('the same numbers stand in a table, in the address', async () => {
  const { page } = story.admin;
  await page.goto('/reports/cycle-time?period=last-365-days&by=month');
  await seeAllLoaded(page);
  await tabTo(page, /2026-\d\d, .*n \d+/);
  await page.keyboard.press('d');

  await expect.poll(() => new URL(page.url()).searchParams.get('as')).toBe('table');
  await page.getByRole('table', { name: 'Cycle time by month' }).waitFor();
  await expectAccessible(page);
  story.admin.expectQuiet();
});

test('flow is one picture, walked through by arrows, and a mark opens its rows', async () => {
  const { page } = story.admin;
  await page.goto('/reports/flow?period=last-365-days&by=month');
  await seeHeading(page, 'Flow');
  await seeText(page, /^Opened \d+, merged \d+, closed unmerged .* the last 365 days\.$/);
  await seeText(page, 'Open now: 1 pull request, 1 of them 1 to 5 days.');
  await expectAccessible(page);
  await tabTo(page, /2026-\d\d, .* opened/);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  const label = await readMark();
  const n = Number(/(\d+) merged/.exec(label)?.[1]);
  expect(n).toBeGreaterThan(0);

  await page.keyboard.press('Enter');

  await expect.poll(() => new URL(page.url()).pathname).toBe('/reports/merged/rows');
  await seeText(page, new RegExp(`^${n} pull requests?, `));
  await page.goBack();
  await tabTo(page, /2026-\d\d, .* opened/);
  await page.keyboard.press('d');
  await page.getByRole('table', { name: 'Flow by month' }).waitFor();
  await expectAccessible(page);
  story.admin.expectQuiet();
});

test('each pull request is a dot that opens it, and a range of values opens as many rows as it has', async () => {
  const { page } = story.admin;
  const { n, bars } = await reader.call(getMetricSpread, {
    params: { metric: 'cycle-time' },
    query: { period: 'last-7-days' },
  });
  await page.goto('/reports/cycle-time?period=last-7-days&as=dots');
  await seeText(page, new RegExp(`^Cycle time: half of ${n} pull requests up to`));
  await expectAccessible(page);
  const dots = page.locator('figure a');
  await expect.poll(() => dots.count()).toBe(n);
  await tabTo(page, /#\d+, .*, \d{4}-\d\d-\d\d/);
  await page.keyboard.press('ArrowLeft');
  const number = /#(\d+),/.exec(await readMark())?.[1] ?? '';
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).pathname).toMatch(new RegExp(`/pull/${number}$`));
  await page.goBack();

  await page.getByRole('button', { name: 'Ranges' }).click();
  await expect.poll(() => dots.count()).toBe(bars.length);
  await expectAccessible(page);
  await dots.last().click();

  await seeText(page, new RegExp(`^${bars.at(-1)?.n} pull requests?, .*, the last 7 days$`));
  story.admin.expectQuiet();
});

test('a span of a picture becomes the period, by dragging or by keys; Escape leaves it and Back undoes it', async () => {
  const { page } = story.admin;
  const readPeriod = () => new URL(page.url()).searchParams.get('period');
  const { buckets } = await reader.call(getMetric, {
    params: { metric: 'opened' },
    query: { period: 'last-90-days' },
  });
  const toPeriod = (from: number, until: number) => `${buckets.at(from)?.from}..${buckets.at(until)?.until}`;
  await page.goto('/reports/opened?period=last-90-days');
  await seeAllLoaded(page);
  const marks = page.locator('figure a');
  await expect.poll(() => marks.count()).toBe(buckets.length);
  const drag = async (from: number, until: number) => {
    const boxes = [await marks.nth(from).boundingBox(), await marks.nth(until).boundingBox()];
    const [start, end] = boxes.map((box) => ({
      x: (box?.x ?? 0) + (box?.width ?? 0) / 2,
      y: (box?.y ?? 0) + 90,
    }));
    await page.mouse.move(start?.x ?? 0, start?.y ?? 0);
    await page.mouse.down();
    await page.mouse.move(end?.x ?? 0, end?.y ?? 0, { steps: 5 });
  };

  await drag(4, 6);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect([readPeriod(), new URL(page.url()).pathname]).toEqual(['last-90-days', '/reports/opened']);
  await drag(6, 4);
  await page.mouse.up();
  await expect.poll(readPeriod).toBe(toPeriod(4, 6));
  await expect.poll(() => marks.count()).toBe(3);
  await expect.poll(() => page.getByLabel('First day').inputValue()).toBe(buckets[4]?.from);
  await page.goBack();
  await expect.poll(readPeriod).toBe('last-90-days');
  await page.reload();
  await expect.poll(() => marks.count()).toBe(buckets.length);

  await tabTo(page, /-W\d\d, .*n \d+/);
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await expect.poll(readPeriod).toBe(toPeriod(-2, -1));
  expect(new URL(page.url()).pathname).toBe('/reports/opened');
  story.admin.expectQuiet();
});

test('working hours stand beneath elapsed ones once the workspace has named its days', async () => {
  const { page } = story.admin;
  const ask = () =>
    reader.call(getMetric, { params: { metric: 'open-time' }, query: { period: 'last-365-days' } });
  const before = await ask();
  await page.goto('/settings/workspace');
  for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri']) await page.getByLabel(day).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save working days' }).click();
  await seeText(page, 'Times are told in working hours too.');
  const { figure, workingTime } = await ask();

  await page.goto('/reports/open-time?period=last-365-days&as=table');

  await seeText(page, writeMetricValue(before.figure.value ?? Number.NaN, 'seconds'));
  await seeText(page, writeWorkingHours({ figure, workingTime }) ?? 'none');
  expect({ ...figure, working: undefined }).toEqual(before.figure);
  await page.getByRole('columnheader', { name: 'In working hours' }).first().waitFor();
  await expectAccessible(page);
  await takePictures(page, '10-working-hours');
  story.admin.expectQuiet();
});

test('what is not understood stays struck through, and people are not held beside each other', async () => {
  const { page } = story.admin;
  await page.goto('/reports/cycle-time?by=person&preset=gitlab&colour=red');
  await seeAllLoaded(page);

  await seeText(page, /This metric is divided by week, month, repo, team, label/);
  await seeText(page, /The rules of this metric are devlake, sei/);
  expect(await page.locator('s', { hasText: 'colour=red' }).count()).toBe(1);
  story.admin.expectQuiet();
});
