import { setTimeout as sleep } from 'node:timers/promises';
import { getSync, syncNow } from '@throughline/contract';
import type { ApiReader } from '@throughline/e2e/api-reader.ts';
import * as z from 'zod';
import { countRequests, fetchBill } from './bill.ts';
import { type Compared, compareWithTruth } from './compare-with-truth.ts';
import { type Github, type Product, startGithub, startProduct } from './product.ts';
import { prepareToConnect, setUp } from './read-all.ts';

/** What a run of the fault programme found. */
export interface FaultFigures {
  readonly seeds: number;
  readonly differences: number;
  readonly request_ratio_max: number;
  readonly offences: number;
  readonly seed_s_max: number;
}

export interface Seeds {
  readonly first: number;
  readonly count: number;
}

/** Seeds whose emulators are up at once. */
const atOnce = 10;

/**
 * Faults that are over when they have happened; limits, whose windows last an hour, are told by tests of their own, by a
 * clock that is moved.
 */
const kinds = [
  'server-error',
  'bad-gateway',
  'unavailable',
  'html',
  'cut-off',
  'truncated',
  'reset',
  'partial',
  'wrong-types',
] as const;

/** What has not come to rest by then is told as it stands. */
const patienceMs = 90_000;

/** Runs seeds one after the other; a failing one is told with the command that runs it again. */
export async function runSeeds({ first, count }: Seeds): Promise<FaultFigures> {
  const outcomes: Outcome[] = [];
  for (let seed = first; seed < first + count; seed += atOnce) {
    outcomes.push(...(await runGroup(seed, Math.min(atOnce, first + count - seed))));
  }
  return {
    seeds: outcomes.length,
    differences: outcomes.reduce((total, { differences }) => total + differences, 0),
    request_ratio_max: Math.max(...outcomes.map(({ ratio }) => ratio)),
    offences: outcomes.reduce((total, { offences }) => total + offences, 0),
    seed_s_max: Math.max(...outcomes.map(({ seconds }) => seconds)),
  };
}

interface Outcome {
  readonly differences: number;
  readonly ratio: number;
  readonly offences: number;
  readonly seconds: number;
}

async function runGroup(first: number, count: number): Promise<readonly Outcome[]> {
  await using stack = new AsyncDisposableStack();
  const pairs: (readonly [Github, Github])[] = [];
  for (let seed = first; seed < first + count; seed += 1) {
    pairs.push([stack.use(await startSeed(seed)), stack.use(await startSeed(seed))]);
  }
  const product = stack.use(await startProduct(pairs.flat().map(({ origin }) => origin)));
  const reader = await setUp(product);
  const startedAt = performance.now();
  await Promise.all(pairs.map((pair, at) => readFirst({ product, reader }, first + at, pair)));
  await makeDue(product);
  const lefts = await Promise.all(pairs.map((pair, at) => readOn({ product, reader }, first + at, pair)));
  const seconds = Math.round((performance.now() - startedAt) / 100 / count) / 10;
  return await Promise.all(
    pairs.map((pair, at) => judge(first + at, pair, { left: lefts[at] ?? [], seconds })),
  );
}

const startSeed = (seed: number): Promise<Github> =>
  startGithub({
    pulls: 120,
    repositories: 4,
    words: ['--seed', String(seed), '--people', '20', '--changes', '3', '--odd-titles'],
  });

interface Stage {
  readonly product: Product;
  readonly reader: ApiReader;
}

/** Reads the organisation of a seed, disturbed and undisturbed; then three weeks pass there. */
async function readFirst(
  { product: { query }, reader }: Stage,
  seed: number,
  [disturbed, quiet]: readonly [Github, Github],
): Promise<void> {
  const connects = [
    await prepareToConnect(reader, disturbed, `seed ${seed}`),
    await prepareToConnect(reader, quiet, `seed ${seed}, undisturbed`),
  ];
  for (const connect of connects) {
    await connect();
    // Who connects an organisation while GitHub fails is told so, and tries again: that is not the programme's.
    await control(disturbed, 'fault-plan', { seed, share: 0.1, kinds });
  }
  for (const github of [disturbed, quiet]) {
    await untilEqual({ query, github });
    await control(github, 'clock', { advanceSeconds: 21 * 86_400 });
  }
}

/** What differs after the next look. Much may be gone by then, which an administrator is asked to confirm. */
async function readOn(
  { product: { query }, reader }: Stage,
  seed: number,
  pair: readonly [Github, Github],
): Promise<readonly string[]> {
  for (const github of pair) await untilEqual({ query, github, butTraceless: true }, 45_000);
  await confirm(reader, seed);
  const [left = []] = await Promise.all(
    pair.map((github) => untilEqual({ query, github, butTraceless: true })),
  );
  return left;
}

async function confirm(reader: ApiReader, seed: number): Promise<void> {
  const { connections } = await reader.call(getSync);
  for (const { connection } of connections) {
    const isOurs = connection.name === `seed ${seed}` || connection.name.startsWith(`seed ${seed},`);
    if (isOurs && connection.state === 'needs-attention') {
      await reader.call(syncNow, { params: { connectionId: connection.connectionId } });
    }
  }
}

interface Left {
  readonly left: readonly string[];
  readonly seconds: number;
}

async function judge(
  seed: number,
  [disturbed, quiet]: readonly [Github, Github],
  { left, seconds }: Left,
): Promise<Outcome> {
  const ratio = Math.round(((await countAsked(disturbed)) / (await countAsked(quiet))) * 100) / 100;
  for (const line of left.slice(0, 10)) console.log(line.slice(0, 600));
  if (left.length > 0) console.log(`Again: npm run faults -- --seed ${seed}`);
  console.log(`seed ${seed}: ${left.length} differences, ${ratio} times the requests`);
  return { differences: left.length, ratio, offences: await countOffences(disturbed), seconds };
}

/** Waits until the database equals the truth; what is left when patience is over. */
async function untilEqual(compared: Compared, withinMs = patienceMs): Promise<readonly string[]> {
  const endMs = performance.now() + withinMs;
  for (;;) {
    const differences = await compareWithTruth(compared);
    const isBegun = (await countComplete(compared)) > 0;
    if ((differences.length === 0 && isBegun) || performance.now() > endMs) return differences;
    await sleep(1_000);
  }
}

/** Repositories read to their end; none of a connection that has not listed them yet. */
async function countComplete({ query, github }: Compared): Promise<number> {
  const [row] = await query(
    `select case when bool_and(completed_at is not null) then count(*) else 0 end as complete
     from repository_sync
     join repository using (repository_id)
     join host using (host_id)
     where is_chosen
       and host.base_url = '${github.origin}'`,
  );
  return Number(row?.['complete'] ?? 0);
}

/** As if the next look at everything were due. */
async function makeDue({ query }: Product): Promise<void> {
  await query(
    `update connection_sync
     set swept_at = app_now() - interval '61 minutes', discovered_at = app_now() - interval '61 minutes'`,
  );
}

async function control({ origin }: Github, what: string, body: object): Promise<void> {
  const answer = await fetch(`${origin}/_emulator/${what}`, { method: 'POST', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`The emulator refused ${what}: ${await answer.text()}`);
}

const countAsked = async ({ origin }: Github): Promise<number> => countRequests(await fetchBill(origin));

const offended = z.object({ offences: z.number().default(0) });

async function countOffences({ origin }: Github): Promise<number> {
  const answer = await fetch(`${origin}/_emulator/bill`);
  return offended.parse(await answer.json()).offences;
}
