import type { Sql } from '../../platform/sql/index.ts';

/** Counts pull requests read, by minute. Taken last in a transaction: all workers of a connection share the row. */
export async function addProgress(tx: Sql, connectionId: number, pullRequests: number): Promise<void> {
  if (pullRequests === 0) return;
  await tx.query(
    `insert into sync_progress as held (connection_id, minute_at, pull_requests)
     values ($1::bigint, date_trunc('minute', app_now()), $2::integer)
     on conflict (connection_id, minute_at) do update
     set pull_requests = held.pull_requests + excluded.pull_requests`,
    [connectionId, pullRequests],
  );
}
