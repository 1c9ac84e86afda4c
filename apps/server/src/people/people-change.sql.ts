import type { Sql } from '../platform/sql/index.ts';

/**
 * Tells, in the transaction that changes it, of which accounts the person or the class changed. What is derived of them
 * follows within seconds. Kept for 30 days.
 */
export async function recordAccountsChanged(tx: Sql, accountIds: readonly number[]): Promise<void> {
  if (accountIds.length === 0) return;
  await tx.query(
    `insert into people_change (account_id)
     select distinct given.account_id
     from unnest($1::bigint[]) as given (account_id)`,
    [accountIds],
  );
  await tx.query(`delete from people_change where changed_at < app_now() - interval '30 days'`);
}

/** The same for every account that is or was a person's. */
export async function recordPersonsChanged(tx: Sql, personIds: readonly number[]): Promise<void> {
  await tx.query(
    `insert into people_change (account_id)
     select distinct account_id
     from account_link
     where person_id = any($1::bigint[])
       and unlinked_at is null`,
    [personIds],
  );
}
