import * as z from 'zod';
import type { Clock } from '../../platform/clock/index.ts';
import { defineQueue, type Jobs } from '../../platform/jobs/index.ts';
import { finishEnd } from './end-own-account.client.ts';
import { loadEndingAccounts } from './own-accounts.sql.ts';
import type { OwnAccountDependencies } from './own-token.client.ts';

const againMs = 10 * 60 * 1000;
const atOnce = 50;

const endOwnAccountsQueue = defineQueue({
  name: 'github-access.end-own-accounts',
  payload: z.strictObject({}),
  policy: 'short',
  // It keeps itself going, so it must outlive a database that is away for days.
  retryLimit: 1_000,
});

export const ownAccountQueues = [endOwnAccountsQueue];

interface JobDependencies extends OwnAccountDependencies {
  readonly jobs: Jobs;
  readonly clock: Clock;
}

/** Tells GitHub, every ten minutes until it hears, of accounts that were removed while it did not answer. */
export async function startOwnAccountJobs(deps: JobDependencies): Promise<void> {
  const { database, jobs, clock } = deps;
  await jobs.work(endOwnAccountsQueue, {}, async (_, job) => {
    for (const account of await loadEndingAccounts(database, atOnce)) await finishEnd(deps, account);
    await database.transaction(async (tx) => {
      const startAfter = new Date(clock.now().getTime() + againMs);
      await jobs.enqueue(tx, endOwnAccountsQueue, {}, { startAfter, singletonKey: 'one' });
      await job.complete(tx);
    });
  });
  await jobs.enqueue(database, endOwnAccountsQueue, {}, { singletonKey: 'one' });
}
