import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdministrator } from './administrator.ts';
import { setGithubClock } from './control-github.ts';
import { judgeSeed, type SeedOutcome } from './judge-seed.ts';
import { startProduct } from './product.ts';
import { readThroughFaults } from './read-through-faults.ts';
import { startAt, toSeedPlan } from './seed-plan.ts';
import { startSeeds } from './start-seeds.ts';
import { createVirtualTime, writeClock } from './virtual-time.ts';

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

/** Seeds that are read side by side, by one product. */
const atOnce = 10;

/** Runs seeds, ten side by side; a failing one is told with the command that runs it again. */
export async function runSeeds({ first, count }: Seeds): Promise<FaultFigures> {
  const seeds = Array.from({ length: count }, (_, at) => first + at);
  const outcomes = await runAll(seeds);
  const total = (of: (outcome: SeedOutcome) => number): number =>
    outcomes.reduce((sum, outcome) => sum + of(outcome), 0);
  return {
    seeds: outcomes.length,
    differences: total(({ differences }) => differences),
    request_ratio_max: Math.max(...outcomes.map(({ ratio }) => ratio)),
    offences: total(({ offences }) => offences),
    seed_s_max: Math.max(...outcomes.map(({ seconds }) => seconds)),
  };
}

async function runAll(seeds: readonly number[]): Promise<readonly SeedOutcome[]> {
  const outcomes: SeedOutcome[] = [];
  for (let at = 0; at < seeds.length; at += atOnce) {
    outcomes.push(...(await runGroup(seeds.slice(at, at + atOnce))));
  }
  return outcomes;
}

async function runGroup(seeds: readonly number[]): Promise<readonly SeedOutcome[]> {
  await using stack = new AsyncDisposableStack();
  const beganAt = performance.now();
  const pairs = await startSeeds(seeds, stack);
  const folder = await mkdtemp(join(tmpdir(), 'throughline-faults-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const clockFile = join(folder, 'moved-by');
  await writeClock(clockFile, 0);
  const origins = pairs.flatMap(({ disturbed, quiet }) => [disturbed.origin, quiet.origin]);
  const product = stack.use(await startProduct(origins, { clockFile }));
  const time = createVirtualTime(product, clockFile, origins);
  const administrator = await createAdministrator(product, time);
  const beginMs = Date.parse(startAt) + roomMs;
  await time.begin(beginMs);
  for (const { seed, disturbed, quiet } of pairs) {
    const atMs = beginMs + toSeedPlan(seed).skewSeconds * 1_000;
    for (const { origin } of [disturbed, quiet]) await setGithubClock(origin, atMs);
  }
  const lefts = await readThroughFaults({ product, time, administrator }, pairs);
  const seconds = Math.round((performance.now() - beganAt) / 100 / seeds.length) / 10;
  return await Promise.all(pairs.map((pair, at) => judgeSeed(pair, { left: lefts[at] ?? [], seconds })));
}

/** Emulators' clocks run since they were started, and go forward only. */
const roomMs = 20 * 60_000;
