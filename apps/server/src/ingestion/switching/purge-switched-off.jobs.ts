import type { ReadData } from '@throughline/contract';
import { recordAudit } from '../../access/index.ts';
import { deleteFilesOf, deletePullRequestsOf } from '../../activity/index.ts';
import { type DuePurge, isStillDue, loadDuePurges, markPurged } from '../../github-access/index.ts';
import { forgetMembersOf } from '../../people/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import type { ReadingDependencies } from '../dependencies.ts';
import { purgeQueue } from '../queues.ts';
import { byDatabaseClock } from '../reading/database-clock.sql.ts';
import { forgetPullRequestsOf } from './forget-pull-requests.sql.ts';

const everyMs = 60 * 60 * 1000;

/** Rows that one transaction deletes, with what hangs on them. */
const batch = 500;

/** Deletes what was read of data that were switched off 30 days ago. What is switched on meanwhile stays. */
export async function purgeSwitchedOff(
  given: ReadingDependencies,
  _payload: object,
  job: Job,
): Promise<void> {
  const { database, jobs, clock } = await byDatabaseClock(given);
  for (const due of await loadDuePurges(database)) {
    let isMore = true;
    while (isMore) {
      job.signal.throwIfAborted();
      isMore = await database.transaction((tx) => purgeBatch(tx, due));
    }
  }
  await database.transaction(async (tx) => {
    await job.complete(tx);
    await jobs.enqueue(tx, purgeQueue, {}, { startAfter: new Date(clock.now().getTime() + everyMs) });
  });
}

/** Deletes a batch. Returns whether there may be more; the last one says that nothing is left. */
async function purgeBatch(tx: Sql, due: DuePurge): Promise<boolean> {
  if (!(await isStillDue(tx, due))) return false;
  if ((await removers[due.data](tx, due)) > 0) return true;
  await markPurged(tx, due);
  await recordAudit(tx, {
    action: 'connection.data-purged',
    subject: `connection:${due.connectionId}`,
    detail: { data: due.data },
  });
  return false;
}

type Remover = (tx: Sql, due: DuePurge) => Promise<number>;

const removers: Readonly<Record<ReadData, Remover>> = {
  files: (tx, { organisationId }) => deleteFilesOf(tx, organisationId, batch),
  members: async (tx, due) => {
    await forgetMembersOf(tx, due);
    return 0;
  },
  'pull-requests': async (tx, { connectionId, organisationId }) => {
    const deleted = await deletePullRequestsOf(tx, organisationId, batch);
    if (deleted === 0) await forgetPullRequestsOf(tx, connectionId);
    return deleted;
  },
};
