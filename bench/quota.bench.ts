import { setTimeout as sleep } from 'node:timers/promises';
import { getSync, planSync, type SyncPlan } from '@throughline/contract';
import type { ApiReader } from '@throughline/e2e/api-reader.ts';
import { fetchSpent, isRest, sum } from './bill.ts';
import { startIngestRowsHouse } from './ingest-rows-house.ts';
import { prepareToConnect, setUp, waitUntilRead } from './read-all.ts';

/** The product's promise: a thousand pull requests with everything that hangs on them, files included. */
const limits = { points: 60, rest_requests: 60, plan_off_percent: 20 } as const;

/**
 * What GitHub charges for reading a thousand pull requests of average shape (3 reviews, 5 review comments, 4 commits,
 * 8 files, 6 events, with the procedural tail) for the first time, from the moment the organisation is connected: `points` of GraphQL,
 * `rest_requests`, `cpu_s` of GitHub's time by its model. By the emulator's bill. `plan_off_percent`: how far the plan made
 * once they were counted is off, of points, requests and computing time the one that is off most.
 */
export const measure = async (): Promise<Readonly<Record<string, number>>> => {
  await using house = await startIngestRowsHouse({ pulls: 1_000, repositories: 1 });
  const reader = await setUp(house);
  const connect = await prepareToConnect(reader, house.github);
  const planned: SyncPlan[] = [];
  const spent = await fetchSpent(house.github.origin, async () => {
    await connect();
    planned.push(await planOnceCounted(reader));
    await waitUntilRead(reader);
  });
  const { pulls = 0 } = await house.countContent();
  const bill = {
    points: sum(spent, (line) => (isRest(line) ? 0 : line.points)),
    rest_requests: sum(spent, (line) => (isRest(line) ? line.count : 0)),
    cpu_s: Math.round(sum(spent, ({ cpuSeconds }) => cpuSeconds) * 10) / 10,
  };
  const figures = { pulls, ...bill, plan_off_percent: toOffPercent(planned, bill) };
  const isKept =
    figures.points <= limits.points &&
    figures.rest_requests <= limits.rest_requests &&
    figures.plan_off_percent <= limits.plan_off_percent;
  if (!isKept)
    throw new Error(`More than promised: ${JSON.stringify(figures)}, at most ${JSON.stringify(limits)}.`);
  return figures;
};

/** Of everything, for reading begins as soon as they are counted. */
async function planOnceCounted(reader: ApiReader): Promise<SyncPlan> {
  for (;;) {
    const [sync] = (await reader.call(getSync)).connections;
    if (sync !== undefined && sync.repositories > 0 && sync.total !== undefined) {
      const params = { connectionId: sync.connection.connectionId };
      const plan = await reader.call(planSync, { params, query: { scope: 'everything' } });
      console.log(plan.sentence);
      return plan;
    }
    await sleep(50);
  }
}

interface Charged {
  readonly points: number;
  readonly rest_requests: number;
  readonly cpu_s: number;
}

const toOffPercent = (planned: readonly SyncPlan[], bill: Charged): number =>
  Math.max(
    ...planned.flatMap(({ cost }) => [
      toOff(cost.points, bill.points),
      toOff(cost.restRequests, bill.rest_requests),
      toOff(cost.graphqlCpuSeconds + cost.restCpuSeconds, bill.cpu_s),
    ]),
  );

const toOff = (planned: number, charged: number): number =>
  Math.round((Math.abs(planned - charged) / charged) * 1_000) / 10;
