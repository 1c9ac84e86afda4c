import type { Sql } from '../../platform/sql/index.ts';

/**
 * Connections whose repositories were listed three hours ago or never, and no job for it is in the queue; one that needs
 * attention is asked every ten minutes, for its trouble may be over. What comes, goes or is called something else in
 * between, a sweep notices; not that one which is not read is archived no more.
 */
export async function claimDueDiscoveries(
  tx: Sql,
  connectionIds: readonly number[],
): Promise<readonly number[]> {
  const rows = await tx.query<{ connection_id: number }>(
    `update connection_sync
     set expected_at = app_now()
     where connection_id = any($1::bigint[])
       and (expected_at is null or expected_at < app_now() - interval '10 minutes')
       and (discovered_at is null or discovered_at <= app_now() - case
         when exists (
           select from v_connection
           where v_connection.connection_id = connection_sync.connection_id
             and v_connection.state = 'active') then interval '3 hours'
         else interval '10 minutes'
       end)
     returning connection_id`,
    [connectionIds],
  );
  return rows.map((row) => row.connection_id);
}
