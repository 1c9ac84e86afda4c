import type { Sql } from '../../platform/sql/index.ts';

/** Calls a connection otherwise; returns false when there is none. A taken name violates a constraint. */
export async function renameConnection(sql: Sql, connectionId: number, name: string): Promise<boolean> {
  const rows = await sql.query(
    `update connection
     set name = $2::text
     where connection_id = $1::bigint
     returning connection_id`,
    [connectionId, name],
  );
  return rows.length > 0;
}

/** Pauses or resumes a connection; returns false when there is none. */
export async function setPaused(sql: Sql, connectionId: number, isPaused: boolean): Promise<boolean> {
  const rows = await sql.query(
    `update connection
     set paused_at = case when $2::boolean then coalesce(paused_at, app_now()) end
     where connection_id = $1::bigint
       and state in ('active', 'needs-attention')
     returning connection_id`,
    [connectionId, isPaused],
  );
  return rows.length > 0;
}
