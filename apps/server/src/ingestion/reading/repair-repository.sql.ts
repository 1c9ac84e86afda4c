import type { Jobs } from '../../platform/jobs/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { lookUpQueue } from '../queues.ts';
import { beginGapRounds } from './gap-round.sql.ts';
import { enqueueReading } from './read-repository.jobs.ts';
import type { Phase } from './sync-state.ts';

/** Tries again now what failed of a repository, what was set aside, and whatever came cut off. */
export async function repairRepository(tx: Sql, jobs: Jobs, repositoryId: number): Promise<void> {
  await tx.query(
    `update quarantined_record
     set tried_at = least(tried_at, app_now() - interval '1 day')
     where repository_id = $1::bigint
       and resolved_at is null`,
    [repositoryId],
  );
  await beginGapRounds(tx, [repositoryId]);
  const [sync] = await tx.query<{ phase: Phase }>(
    `update repository_sync
     set wait_reason = case when wait_reason = 'retry' then null else wait_reason end,
         wait_until = case when wait_reason = 'retry' then null else wait_until end,
         failure_code = null,
         failure_text = null,
         failure_count = 0
     where repository_id = $1::bigint
       and data = 'pull-requests'
     returning phase`,
    [repositoryId],
  );
  await jobs.enqueue(tx, lookUpQueue, { repositoryId }, { singletonKey: String(repositoryId) });
  if (sync !== undefined) await enqueueReading(tx, jobs, { repositoryId, phase: sync.phase, isForced: true });
}
