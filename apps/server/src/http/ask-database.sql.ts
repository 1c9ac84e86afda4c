import type { Sql } from '../platform/sql/index.ts';

/** Fails when the database does not answer. */
export async function askDatabase(sql: Sql): Promise<void> {
  await sql.query('select 1 as answer');
}
