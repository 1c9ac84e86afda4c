import { type Sql, toJsonb } from '../../platform/sql/index.ts';
import { type DueRecheck, lastingFailures } from './due-rechecks.sql.ts';

/**
 * Causes that may pass by themselves. What the host does not have no second look heals; what the token may not read is
 * tried in rounds of its own.
 */
const passing = ['cut-off', 'unreadable', 'count-differs', 'not-read'];

/**
 * The pull requests of a connection in which something is missing for a cause that may pass, those never tried again first,
 * then those tried longest ago. Each comes a day after its last try, then two, four, up to 32.
 */
export async function loadDueGaps(
  sql: Sql,
  connectionId: number,
  { atMost, hasFiles }: { readonly atMost: number; readonly hasFiles: boolean },
): Promise<readonly DueRecheck[]> {
  return sql.query<DueRecheck & Record<string, unknown>>(
    `select
       repository_sync.repository_id as "repositoryId",
       v_repository.host_id as "hostId",
       v_pull_request.number,
       v_pull_request.node_id as "nodeId"
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
       and repository_sync.failure_count < $4::integer
       and (gap_retry.tried_at is null
         or gap_retry.tried_at
           <= app_now() - interval '23 hours' * power(2, least(gap_retry.tries - 1, 5)))
       and (v_pull_request.repository_id, v_pull_request.number) in (
         select part.repository_id, part.number
         from v_pull_request_part as part
         where part.reason_code = any($2::text[])
           and ($5::boolean or part.part <> 'files'))
     order by gap_retry.tried_at nulls first, v_pull_request.repository_id, v_pull_request.number
     limit $3::integer`,
    [connectionId, passing, atMost, lastingFailures, hasFiles],
  );
}

/** Those of these pull requests in which something is missing still. */
export async function loadStillOpen(sql: Sql, tried: readonly DueRecheck[]): Promise<readonly DueRecheck[]> {
  const rows = await sql.query<{ key: string }>(
    `select distinct part.repository_id || '#' || part.number as key
     from v_pull_request_part as part
     where part.repository_id = any($1::bigint[])
       and part.number = any($2::integer[])
       and part.reason_code is not null`,
    [[...new Set(tried.map(({ repositoryId }) => repositoryId))], tried.map(({ number }) => number)],
  );
  const open = new Set(rows.map(({ key }) => key));
  return tried.filter(({ repositoryId, number }) => open.has(`${repositoryId}#${number}`));
}

/** Counts a try of each that is open still, and forgets the tries of the others. */
export async function saveTries(
  tx: Sql,
  tried: readonly DueRecheck[],
  open: readonly DueRecheck[],
): Promise<void> {
  const healed = tried.filter((one) => !open.includes(one));
  await tx.query(
    `delete from gap_retry
     using jsonb_to_recordset($1::jsonb) as given ("repositoryId" bigint, number integer)
     where gap_retry.repository_id = given."repositoryId"
       and gap_retry.number = given.number`,
    [toJsonb(healed)],
  );
  await tx.query(
    `insert into gap_retry as held (repository_id, number, tries, tried_at)
     select given."repositoryId", given.number, 1, app_now()
     from jsonb_to_recordset($1::jsonb) as given ("repositoryId" bigint, number integer)
     on conflict (repository_id, number) do update
     set tries = held.tries + 1,
         tried_at = excluded.tried_at`,
    [toJsonb(open)],
  );
}
