import type { Sql } from '../platform/sql/index.ts';

/** Whether anybody ever worked in a team or in one below it. */
export async function hasEverMembers(sql: Sql, teamId: number): Promise<boolean> {
  const rows = await sql.query('select from v_team_contributor where team_id = $1::bigint limit 1', [teamId]);
  return rows.length > 0;
}
