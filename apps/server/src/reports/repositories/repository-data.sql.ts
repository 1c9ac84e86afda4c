import type { DataHeld } from '@throughline/contract';
import { dropNulls, type Nullable, type Sql } from '../../platform/sql/index.ts';

/** How much is here of each kind of data of a repository, besides the pull requests themselves. */
export async function loadRepositoryData(sql: Sql, repositoryId: number): Promise<readonly DataHeld[]> {
  const rows = await sql.query<Nullable<DataHeld>>(
    `select
       v_completeness_kind.kind,
       v_completeness_kind.held,
       case
         when v_repository_sync.total is null then null
         when v_repository_sync.total = 0 then 100
         else least(100, floor(100.0 * v_completeness_kind.whole / v_repository_sync.total))
       end::integer as percent
     from v_completeness_kind
     left join v_repository_sync
       on v_repository_sync.repository_id = v_completeness_kind.repository_id
       and v_repository_sync.data = 'pull-requests'
     where v_completeness_kind.repository_id = $1::bigint
       and v_completeness_kind.kind <> 'pull-requests'
     order by array_position(
       array['reviews', 'comments', 'commits', 'files', 'events', 'details'],
       v_completeness_kind.kind)`,
    [repositoryId],
  );
  return rows.map((row) => dropNulls<DataHeld>(row));
}
