import type { Sql } from './sql.ts';

/** What a database tells of itself. */
export interface DatabaseLook {
  /** PostgreSQL's number: 180000 and more for 18. */
  readonly versionNumber: number;
  readonly version: string;
  readonly now: Date;
  readonly bytes: number;
}

export async function lookAtDatabase(sql: Sql): Promise<DatabaseLook> {
  const [row] = await sql.query<{ version_number: number; version: string; now: Date; bytes: number }>(
    `select
       current_setting('server_version_num')::integer as version_number,
       current_setting('server_version') as version,
       app_now() as now,
       pg_database_size(current_database()) as bytes`,
  );
  if (row === undefined) throw new Error('The database told nothing of itself.');
  const { version_number: versionNumber, version, now, bytes } = row;
  return { versionNumber, version, now, bytes };
}
