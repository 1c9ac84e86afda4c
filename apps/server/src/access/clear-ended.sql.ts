import type { Sql } from '../platform/sql/index.ts';

/** Removes what the data dictionary keeps no longer: sessions, links and keys 30 days after their end, audit after 2 years. */
export async function clearEnded(tx: Sql): Promise<void> {
  await tx.query(
    `delete from user_session
     where least(ended_at, expires_at) < app_now() - interval '30 days'`,
  );
  await tx.query(
    `delete from setup_link
     where least(used_at, expires_at) < app_now() - interval '30 days'`,
  );
  await tx.query('delete from authorisation_attempt where expires_at < app_now()');
  await tx.query(
    `delete from invitation
     where least(used_at, revoked_at, expires_at) < app_now() - interval '30 days'`,
  );
  await tx.query(
    `delete from api_key
     where least(revoked_at, expires_at) < app_now() - interval '30 days'`,
  );
  await tx.query(
    `delete from audit_entry
     where at < app_now() - interval '2 years'`,
  );
}
