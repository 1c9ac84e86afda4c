import type { Jobs } from '../../platform/jobs/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { lookUpQueue } from '../queues.ts';
import { enqueueReading } from './read-repository.jobs.ts';
import type { Phase } from './sync-state.ts';

/** Pull requests with gaps that are asked for at once; the others follow by themselves, or are read again as a whole. */
const mostGaps = 1_000;

/** Tries again now what failed of a repository, what was set aside, and whatever came cut off. */
export async function repairRepository(tx: Sql, jobs: Jobs, repositoryId: number): Promise<void> {
  await tx.query(
    `update quarantined_record
     set tried_at = tried_at - interval '1 day'
     where repository_id = $1::bigint
       and resolved_at is null`,
    [repositoryId],
  );
  await tx.query(
    `insert into look_again (repository_id, number)
     select distinct part.repository_id, part.number
     from v_pull_request_part as part
     join v_pull_request as pull_request
       on pull_request.repository_id = part.repository_id
       and pull_request.number = part.number
     where part.repository_id = $1::bigint
       and part.reason_code in ('forbidden', 'cut-off', 'unreadable', 'count-differs')
     order by part.number desc
     limit $2::integer
     on conflict (repository_id, number) do nothing`,
    [repositoryId, mostGaps],
  );
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
