import type { Sql } from '../../platform/sql/index.ts';
import type { AccountLook, AuthorLook, PersonLook } from './judge-person.ts';

/** An account with whose it is today. */
export async function findAccountLook(sql: Sql, accountId: number): Promise<AccountLook | undefined> {
  const [row] = await sql.query<{ login: string; class: AccountLook['class']; name: string | null }>(
    `select v_account.login, v_account.class, v_account_person.name
     from v_account
     left join v_account_person
       on v_account_person.account_id = v_account.account_id
       and v_account_person.from_at <= app_now()
       and app_now() < v_account_person.until_at
     where v_account.account_id = $1::bigint`,
    [accountId],
  );
  return row && { login: row.login, class: row.class, personName: row.name ?? undefined };
}

/** A person with their accounts of today. */
export async function findPersonLook(sql: Sql, personId: number): Promise<PersonLook | undefined> {
  const [row] = await sql.query<{
    name: string;
    accounts: readonly string[];
    excluded_reason: string | null;
    is_hidden: boolean;
    left_on: string | null;
  }>(
    `select
       v_person.name,
       array(
         select v_account.login
         from v_account_person
         join v_account on v_account.account_id = v_account_person.account_id
         where v_account_person.person_id = v_person.person_id
           and v_account_person.from_at <= app_now()
           and app_now() < v_account_person.until_at
         order by v_account.login) as accounts,
       v_person.excluded_reason,
       v_person.is_hidden,
       to_char(v_person.left_on, 'YYYY-MM-DD') as left_on
     from v_person
     where v_person.person_id = $1::bigint`,
    [personId],
  );
  return (
    row && {
      name: row.name,
      accounts: row.accounts,
      excludedReason: row.excluded_reason ?? undefined,
      isHidden: row.is_hidden,
      leftOn: row.left_on ?? undefined,
    }
  );
}

/** Who opened something: undefined for the ghost. */
export const loadAuthorLook = async (sql: Sql, accountId: number | undefined): Promise<AuthorLook> => ({
  account: accountId === undefined ? undefined : await findAccountLook(sql, accountId),
});
