import type { Sql } from '../../platform/sql/index.ts';
import type { DueRecheck } from './due-rechecks.sql.ts';

/** Causes that may pass by themselves. What the token may not read, and what the host does not have, no second look heals. */
const passing = ['cut-off', 'unreadable', 'count-differs', 'not-read'];

/**
 * Takes the pull requests of a connection in which something is missing for a cause that may pass, those never tried again
 * first, then those tried longest ago. Each comes a day after its last try, then two, four, up to 32: once this returns,
 * it counts as tried.
 */
export async function claimDueGaps(
  tx: Sql,
  connectionId: number,
  atMost: number,
): Promise<readonly DueRecheck[]> {
  return tx.query<DueRecheck & Record<string, unknown>>(
    `with due as (
       select
         repository_sync.repository_id,
         v_repository.host_id,
         v_pull_request.number,
         v_pull_request.node_id
       from repository_sync
       join v_repository on v_repository.repository_id = repository_sync.repository_id
       join v_pull_request on v_pull_request.repository_id = repository_sync.repository_id
       left join gap_retry
         on gap_retry.repository_id = v_pull_request.repository_id
         and gap_retry.number = v_pull_request.number
       where repository_sync.connection_id = $1::bigint
         and repository_sync.data = 'pull-requests'
         and repository_sync.is_chosen
         and repository_sync.phase = 'incremental'
         and (gap_retry.tried_at is null
           or gap_retry.tried_at
             <= app_now() - interval '23 hours' * power(2, least(gap_retry.tries - 1, 5)))
         and (v_pull_request.repository_id, v_pull_request.number) in (
           select part.repository_id, part.number
           from v_pull_request_part as part
           where part.reason_code = any($2::text[]))
       order by gap_retry.tried_at nulls first, v_pull_request.repository_id, v_pull_request.number
       limit $3::integer),
     tried as (
       insert into gap_retry as held (repository_id, number, tries, tried_at)
       select due.repository_id, due.number, 1, app_now()
       from due
       on conflict (repository_id, number) do update
       set tries = held.tries + 1,
           tried_at = excluded.tried_at)
     select
       due.repository_id as "repositoryId",
       due.host_id as "hostId",
       due.number,
       due.node_id as "nodeId"
     from due
     order by due.repository_id, due.number`,
    [connectionId, passing, atMost],
  );
}

/** Forgets the tries of those in which nothing is missing any more. */
export async function endGaps(tx: Sql, healed: readonly DueRecheck[]): Promise<void> {
  await tx.query(
    `delete from gap_retry
     using unnest($1::bigint[], $2::integer[]) as given (repository_id, number)
     where gap_retry.repository_id = given.repository_id
       and gap_retry.number = given.number
       and not exists (
         select from v_pull_request_part as part
         where part.repository_id = given.repository_id
           and part.number = given.number
           and part.reason_code is not null)`,
    [healed.map(({ repositoryId }) => repositoryId), healed.map(({ number }) => number)],
  );
}
