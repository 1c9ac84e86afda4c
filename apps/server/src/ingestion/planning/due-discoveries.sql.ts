import type { Sql } from '../../platform/sql/index.ts';

/** Connections whose repositories were listed ten minutes ago or never, and no job for it is in the queue. */
export async function claimDueDiscoveries(
  tx: Sql,
  connectionIds: readonly number[],
): Promise<readonly number[]> {
  const rows = await tx.query<{ connection_id: number }>(
    `update connection_sync
     set expected_at = app_now()
     where connection_id = any($1::bigint[])
       and (expected_at is null or expected_at < app_now() - interval '10 minutes')
       and (discovered_at is null or discovered_at <= app_now() - interval '10 minutes')
     returning connection_id`,
    [connectionIds],
  );
  return rows.map((row) => row.connection_id);
}
