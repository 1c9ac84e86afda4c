import type { Sql } from '../../platform/sql/index.ts';
import { type ConnectionRow, toEmptyRow } from '../overview/connection-row.ts';
import { loadConnectionRows } from '../overview/connection-rows.sql.ts';
import type { Gap } from './judge-sync.ts';

/** How far a connection is, also where nothing of it has been read. */
export async function loadSyncRow(sql: Sql, connectionId: number): Promise<ConnectionRow> {
  const rows = await loadConnectionRows(sql);
  return rows.find((row) => row.connectionId === connectionId) ?? toEmptyRow(connectionId);
}

/** What is not whole of a connection's repositories, by cause, the most first; but for what is switched off. */
export async function loadSyncGaps(sql: Sql, connectionId: number): Promise<readonly Gap[]> {
  return sql.query<Gap & Record<string, unknown>>(
    `select
       completeness_part.cause,
       sum(completeness_part.pull_requests)::integer as lists,
       count(distinct completeness_part.repository_id)::integer as repositories
     from completeness_part
     join repository_sync
       on repository_sync.repository_id = completeness_part.repository_id
       and repository_sync.data = 'pull-requests'
       and repository_sync.is_chosen
     where repository_sync.connection_id = $1::bigint
       and completeness_part.cause <> 'whole'
       and completeness_part.pull_requests > 0
       and not exists (
         select from v_switched_off
         where v_switched_off.connection_id = repository_sync.connection_id
           and v_switched_off.data = completeness_part.part)
     group by completeness_part.cause
     order by lists desc, completeness_part.cause`,
    [connectionId],
  );
}
