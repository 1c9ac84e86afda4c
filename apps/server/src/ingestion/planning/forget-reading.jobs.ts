import { forgetOldChanges } from '../../activity/index.ts';
import { forgetOldAccess } from '../../github-access/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import type { ReadingDependencies } from '../dependencies.ts';
import { forgetQueue } from '../queues.ts';
import { byDatabaseClock } from '../reading/database-clock.sql.ts';
import { forgetOldReading } from './forget-reading.sql.ts';

const everyMs = 60 * 60 * 1000;

/** Forgets what the data dictionary says is kept only so long. */
export async function forgetReading(given: ReadingDependencies, _payload: object, job: Job): Promise<void> {
  const { database, jobs, clock } = await byDatabaseClock(given);
  await database.transaction(async (tx) => {
    await forgetOldAccess(tx);
    await forgetOldChanges(tx);
    await forgetOldReading(tx);
    await job.complete(tx);
    await jobs.enqueue(tx, forgetQueue, {}, { startAfter: new Date(clock.now().getTime() + everyMs) });
  });
}
