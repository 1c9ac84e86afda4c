import { listMetrics } from '@throughline/contract';
import { type OrganisationHouse, startOrganisationHouse } from './pages-pulls-house.ts';

/** What is promised at 1,000,000 pull requests, in milliseconds. */
const limits = { team_p95_ms: 100, org_cold_ms: 500, org_warm_ms: 100 } as const;

const sizes = {
  small: { pulls: 20_000, people: 200, teams: 20, repositories: 50, seed: 1 },
  full: { pulls: 1_000_000, people: 2_000, teams: 200, repositories: 300, seed: 1 },
} as const;

/** Every metric is asked about so many teams. */
const teamsAsked = 10;

/**
 * Metrics over the API as pages ask for them, one after the other: every metric of several teams (`team_p95_ms`), every
 * metric of the whole organisation the first time and again (`org_cold_ms`, `org_warm_ms`), each the 95th percentile.
 */
export const measure = async (
  size: 'small' | 'full',
): Promise<Readonly<Record<keyof typeof limits, number>>> => {
  await using house = await startOrganisationHouse(sizes[size]);
  const { metrics } = await house.reader.call(listMetrics);
  const ids = metrics.map(({ id }) => id);
  // What the first question of a process pays for code and plans is no part of the promise.
  await timeAll(
    house,
    ids.map((id) => `/api/metrics/${id}?period=last-7-days`),
  );
  const whole = ids.map((id) => `/api/metrics/${id}?period=last-90-days`);
  const cold = await timeAll(house, whole);
  const warm = await timeAll(house, whole);
  const teams = Array.from({ length: teamsAsked }, (_, place) => `team-${place * 2 + 2}`);
  const team = await timeAll(
    house,
    teams.flatMap((name) => ids.map((id) => `/api/metrics/${id}?team=${name}&period=last-90-days`)),
  );
  const figures = { team_p95_ms: toP95(team), org_cold_ms: toP95(cold), org_warm_ms: toP95(warm) };
  for (const [name, limit] of Object.entries(limits)) {
    const figure = figures[name as keyof typeof limits]; // as: the limits' own names
    if (figure > limit) console.error(`${name} is ${figure}, promised at most ${limit}`);
  }
  console.error(toSlowest('organisation, cold', cold));
  console.error(toSlowest('team', team));
  return figures;
};

interface Timed {
  readonly path: string;
  readonly ms: number;
}

const timeAll = async (house: OrganisationHouse, paths: readonly string[]): Promise<readonly Timed[]> => {
  const timed: Timed[] = [];
  for (const path of paths) {
    const startedAt = performance.now();
    await (await house.fetch(path)).arrayBuffer();
    timed.push({ path, ms: performance.now() - startedAt });
  }
  return timed;
};

const toP95 = (timed: readonly Timed[]): number => {
  const sorted = timed.map(({ ms }) => ms).toSorted((left, right) => left - right);
  const place = Math.ceil(0.95 * sorted.length) - 1;
  return Math.round((sorted[place] ?? Number.NaN) * 10) / 10;
};

const toSlowest = (name: string, timed: readonly Timed[]): string =>
  [
    `Slowest (${name}):`,
    ...timed
      .toSorted((left, right) => right.ms - left.ms)
      .slice(0, 4)
      .map(({ path, ms }) => `  ${Math.round(ms)} ms ${path}`),
  ].join('\n');
