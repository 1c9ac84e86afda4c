import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Clock } from '../../platform/clock/index.ts';
import { defineQueue, type Job, type Jobs } from '../../platform/jobs/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import { followFeeds } from './follow-feeds.sql.ts';
import { renewStale } from './renew-facts.sql.ts';

/** Follows the feeds. It keeps itself going and must outlive a database that is away. */
export const keepFactsQueue = defineQueue({
  name: 'keep-facts',
  payload: z.strictObject({}),
  policy: 'exclusive',
  retryLimit: 1_440,
  retryDelaySeconds: 1,
  retryDelayMaxSeconds: 60,
});

/** How long one job goes on, and how long it rests when there is nothing new: readers of figures wait for it. */
const turnMs = 600_000;
const restMs = 1_000;

interface FactDependencies {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly clock: Clock;
}

/** Runs in this process what keeps facts in step with the feeds. */
export async function startFactJobs(deps: FactDependencies): Promise<void> {
  await deps.jobs.work(keepFactsQueue, {}, (_, job) => keepFacts(deps, job));
  await deps.jobs.enqueue(deps.database, keepFactsQueue, {});
}

async function keepFacts({ database, jobs, clock }: FactDependencies, job: Job): Promise<void> {
  const endMs = clock.now().getTime() + turnMs;
  while (!job.signal.aborted && clock.now().getTime() < endMs) {
    if (!(await keepFactsOnce(database)))
      await sleep(restMs, undefined, { signal: job.signal }).catch(() => {});
  }
  await database.transaction(async (tx) => {
    await job.complete(tx);
    await jobs.enqueue(tx, keepFactsQueue, {});
  });
}

/** One step: what the feeds name, then some of what stands beside them. True when there may be more. */
export async function keepFactsOnce(database: Database): Promise<boolean> {
  const hasMore = await followFeeds(database);
  return (await renewStale(database)) || hasMore;
}
