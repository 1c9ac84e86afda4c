import type { Sql } from '../platform/sql/index.ts';

/**
 * Wipes tokens that were tested a day ago and that no connection took up, and forgets what was spent of quotas 30 days
 * ago.
 */
export async function forgetOldAccess(sql: Sql): Promise<void> {
  await sql.query(
    `delete from credential
     where created_at < app_now() - interval '1 day'
       and not exists (
         select from connection_credential
         where connection_credential.credential_id = credential.credential_id)`,
  );
  await sql.query(`delete from app_sighting where seen_at < app_now() - interval '1 day'`);
  await sql.query(`delete from quota_spend where hour_at < app_now() - interval '30 days'`);
}
