import type { Sql } from '../../platform/sql/index.ts';
import type { NumberStanding } from './judge-repository.ts';

interface Row {
  readonly is_here: boolean;
  readonly gone_on: string | null;
  readonly detail: string | null;
  readonly is_complete: boolean;
}

/** What is known of a pull request by its number. */
export async function loadNumberStanding(
  sql: Sql,
  repositoryId: number,
  number: number,
): Promise<NumberStanding> {
  const [row] = await sql.query<Row>(
    `select
       exists (
         select from v_pull_request
         where v_pull_request.repository_id = $1::bigint
           and v_pull_request.number = $2::integer) as is_here,
       (select to_char(v_pull_request_gone.gone_at at time zone 'UTC', 'YYYY-MM-DD')
        from v_pull_request_gone
        where v_pull_request_gone.repository_id = $1::bigint
          and v_pull_request_gone.number = $2::integer) as gone_on,
       (select quarantined_record.detail
        from quarantined_record
        where quarantined_record.repository_id = $1::bigint
          and quarantined_record.key = $2::text
          and quarantined_record.resolved_at is null
        limit 1) as detail,
       exists (
         select from repository_sync
         where repository_sync.repository_id = $1::bigint
           and repository_sync.completed_at is not null) as is_complete`,
    [repositoryId, number],
  );
  if (row === undefined || row.is_here) return { kind: 'here' };
  if (row.gone_on !== null) return { kind: 'gone', goneOn: row.gone_on };
  if (row.detail !== null) return { kind: 'set-aside', detail: row.detail };
  return { kind: 'unknown', isComplete: row.is_complete };
}
