import type { Sql } from '../../platform/sql/index.ts';
import { readAgain } from '../reading/read-again.sql.ts';

/** Has the repositories of a connection be read from their newest pull request on, as if for the first time. */
export async function forgetPullRequestsOf(tx: Sql, connectionId: number): Promise<void> {
  const rows = await tx.query<{ repository_id: number }>(
    `update repository_sync
     set held_count = 0
     where connection_id = $1::bigint
     returning repository_id`,
    [connectionId],
  );
  const repositoryIds = rows.map((row) => row.repository_id);
  await tx.query('delete from quarantined_record where repository_id = any($1::bigint[])', [repositoryIds]);
  await tx.query('delete from look_again where repository_id = any($1::bigint[])', [repositoryIds]);
  await readAgain(tx, repositoryIds);
}
