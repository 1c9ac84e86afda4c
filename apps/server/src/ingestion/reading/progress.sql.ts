import type { Sql } from '../../platform/sql/index.ts';

/** Numbers of pull requests: of a page, and of those on it that were not here before or are here otherwise now. */
export interface PageProgress {
  readonly pullRequests: number;
  readonly added: number;
  readonly changed: number;
}

/** Counts pull requests read, by minute. Taken last in a transaction: all workers of a connection share the row. */
export async function addProgress(tx: Sql, connectionId: number, page: PageProgress): Promise<void> {
  if (page.pullRequests === 0) return;
  await tx.query(
    `insert into sync_progress as held (connection_id, minute_at, pull_requests, added, changed)
     values ($1::bigint, date_trunc('minute', app_now()), $2::integer, $3::integer, $4::integer)
     on conflict (connection_id, minute_at) do update
     set pull_requests = held.pull_requests + excluded.pull_requests,
         added = held.added + excluded.added,
         changed = held.changed + excluded.changed`,
    [connectionId, page.pullRequests, page.added, page.changed],
  );
}
