import type { MyData } from '@throughline/contract';
import type { Sql } from '../platform/sql/index.ts';

/** Where an address came from that GitHub tells of an account. */
export const emailSource = `
  case
    when v_account_email.source = 'verified-domain'
      then format('verified at GitHub, told to an owner of %s', v_connection.organisation_login)
    else 'your GitHub account' end`;

/** Verified addresses are those of whoever has the account today, and not of whom it was before. */
export const isTheirs = `
  (v_account_email.source <> 'verified-domain'
    or not exists (
      select from v_account_person as later
      where later.account_id = v_account_email.account_id
        and later.person_id <> $1::bigint
        and later.until_at > app_now()))`;

/** A person's addresses, and those GitHub joins to their accounts, by name, each once. */
export const loadEmailsOf = (sql: Sql, personId: number): Promise<MyData['emails']> =>
  sql.query<MyData['emails'][number]>(
    `select known.email, string_agg(known.source, ', ' order by known.source) as source
     from (
       select email, 'your details' as source
       from v_person_email
       where person_id = $1::bigint
       union
       select v_account_email.email, ${emailSource}
       from v_account_person
       join v_account_email on v_account_email.account_id = v_account_person.account_id
       left join v_connection on v_connection.connection_id = v_account_email.connection_id
       where v_account_person.person_id = $1::bigint
         and ${isTheirs}) as known
     group by known.email
     order by known.email`,
    [personId],
  );
