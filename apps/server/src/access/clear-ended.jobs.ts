import * as z from 'zod';
import type { Clock } from '../platform/clock/index.ts';
import { defineQueue, type Jobs } from '../platform/jobs/index.ts';
import type { Database } from '../platform/sql/index.ts';
import { clearEnded } from './clear-ended.sql.ts';

const dayMs = 24 * 3600 * 1000;

const clearEndedQueue = defineQueue({
  name: 'access.clear-ended',
  payload: z.strictObject({}),
  policy: 'short',
  // It keeps itself going, so it must outlive a database that is away for days.
  retryLimit: 1_000,
});

/** The queues of this slice. */
export const accessQueues = [clearEndedQueue];

interface JobDependencies {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly clock: Clock;
}

/** Clears away what has ended long ago: once when the worker starts and each day after, by whichever worker is free. */
export async function startAccessJobs({ database, jobs, clock }: JobDependencies): Promise<void> {
  await jobs.work(clearEndedQueue, {}, async (_, job) => {
    await database.transaction(async (tx) => {
      await clearEnded(tx);
      const startAfter = new Date(clock.now().getTime() + dayMs);
      await jobs.enqueue(tx, clearEndedQueue, {}, { startAfter, singletonKey: 'one' });
      await job.complete(tx);
    });
  });
  await jobs.enqueue(database, clearEndedQueue, {}, { singletonKey: 'one' });
}
