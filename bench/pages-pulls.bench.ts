import { setTimeout as sleep } from 'node:timers/promises';
import { launchBrowser } from '@throughline/e2e/testing/launch-browser.ts';
import { prepareBrowser } from '@throughline/e2e/testing/prepare-browser.ts';
import { seeInFrame } from '@throughline/e2e/testing/see-in-frame.ts';
import { listedAddresses, pageAddresses, paletteAddresses, shownPages } from './pages-pulls.data.ts';
import { type OrganisationHouse, startOrganisationHouse } from './pages-pulls-house.ts';

/** What is promised of pages at 200,000 pull requests, 2,000 people and 200 teams, in milliseconds. */
const limits = { api_p95_ms: 100, list_p95_ms: 50, palette_p95_ms: 50, usable_p95_ms: 1_500 } as const;

const sizes = {
  small: { pulls: 20_000, people: 200, teams: 20, repositories: 50, seed: 1 },
  full: { pulls: 200_000, people: 2_000, teams: 200, repositories: 500, seed: 1 },
} as const;

/** How often each address is asked and each page opened, and how long one reader's calls a minute are waited for between. */
const efforts = {
  small: { calls: 4, openings: 1, pauseMs: 0 },
  full: { calls: 20, openings: 3, pauseMs: 60_000 },
} as const;

type Effort = (typeof efforts)[keyof typeof efforts];

/**
 * How long answers and pages take: `api_p95_ms` of the slowest page's slowest answer, `list_p95_ms` of the list's first
 * rows, `palette_p95_ms` of what the palette finds, `usable_p95_ms` from an address to its content in a browser. Each the
 * slowest address's own 95th percentile.
 */
export const measure = async (size: 'small' | 'full'): Promise<Readonly<Record<string, number>>> => {
  const effort = efforts[size];
  const program = await prepareBrowser();
  await using house = await startOrganisationHouse(sizes[size]);
  const figures = {
    api_p95_ms: await measureAll(house, pageAddresses, effort),
    list_p95_ms: await measureAll(house, listedAddresses, effort),
    palette_p95_ms: await measureAll(house, paletteAddresses, effort),
    usable_p95_ms: await measurePages(house, await launchBrowser(program), effort),
  };
  const names = ['api_p95_ms', 'list_p95_ms', 'palette_p95_ms', 'usable_p95_ms'] as const;
  if (size === 'full' && names.some((name) => figures[name] > limits[name])) {
    throw new Error(`Slower than promised: ${JSON.stringify(figures)}, at most ${JSON.stringify(limits)}.`);
  }
  return figures;
};

type ToAddress = (place: number) => string;
type Browser = Awaited<ReturnType<typeof launchBrowser>>;
type Page = Awaited<ReturnType<Browser['newPage']>>;

/** The slowest address's 95th percentile; each is asked about another thing every time. */
async function measureAll(
  house: OrganisationHouse,
  addresses: readonly ToAddress[],
  { calls }: Effort,
): Promise<number> {
  let slowest = 0;
  for (const toAddress of addresses) {
    for (let place = 1; place <= 3; place += 1) await (await house.fetch(toAddress(place))).text();
    const times: number[] = [];
    for (let place = 4; place < 4 + calls; place += 1) {
      // One reader may ask 600 times a minute.
      await sleep(120);
      const startedAt = performance.now();
      await (await house.fetch(toAddress(place))).text();
      times.push(performance.now() - startedAt);
    }
    const p95 = toPercentile(times, 0.95);
    const median = toPercentile(times, 0.5);
    console.error(`${p95.toFixed(1).padStart(8)} ms, median ${median.toFixed(1)}  ${toAddress(4)}`);
    slowest = Math.max(slowest, p95);
  }
  return Math.round(slowest * 10) / 10;
}

async function measurePages(
  { origin, reader }: OrganisationHouse,
  browser: Browser,
  { openings, pauseMs }: Effort,
): Promise<number> {
  try {
    // What was asked until now leaves nothing of the calls that one reader has a minute.
    await sleep(pauseMs);
    const context = await browser.newContext({ baseURL: origin, viewport: { width: 1440, height: 900 } });
    await context.addCookies([...reader.cookies()]);
    const page = await context.newPage();
    let slowest = 0;
    for (const { path, content } of shownPages) {
      const times: number[] = [];
      for (let time = 0; time <= openings; time += 1) times.push(await openPage(page, path, content));
      // The first opening fills the browser's cache, as a reader's has been for days.
      const p95 = toPercentile(times.slice(1), 0.95);
      console.error(`${p95.toFixed(0).padStart(8)} ms  ${path}`);
      slowest = Math.max(slowest, p95);
    }
    return Math.round(slowest);
  } finally {
    await browser.close();
  }
}

async function openPage(page: Page, path: string, content: string): Promise<number> {
  await page.goto('about:blank');
  const startedAt = performance.now();
  await page.goto(path, { waitUntil: 'commit' });
  await seeInFrame(page, content);
  return performance.now() - startedAt;
}

/** Linear between the two nearest. */
function toPercentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}
