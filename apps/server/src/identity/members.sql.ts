import type { AccountClass } from '@throughline/contract';
import { notFound } from '../platform/errors/index.ts';
import type { Sql } from '../platform/sql/index.ts';

/** The connection of a name. Throws `not-found`. */
export async function getConnectionNamed(
  sql: Sql,
  name: string,
): Promise<{ readonly connectionId: number; readonly hostId: number }> {
  const [row] = await sql.query<{ connectionId: number; hostId: number }>(
    `select connection_id as "connectionId", host_id as "hostId"
     from v_connection
     where name = $1::text
       and state in ('active', 'needs-attention')`,
    [name],
  );
  if (row === undefined) throw notFound();
  return row;
}

/** A member of an organisation as they are here. */
export interface KnownMember {
  readonly accountId: number;
  readonly login: string;
  readonly name: string | null;
  readonly class: AccountClass;
  /** Whose the account is, or was last. */
  readonly slug: string | null;
  readonly personName: string | null;
}

/** What is known of these accounts, by login. */
export const loadKnownMembers = (sql: Sql, accountIds: readonly number[]): Promise<readonly KnownMember[]> =>
  sql.query<KnownMember>(
    `select
       v_account.account_id as "accountId",
       v_account.login,
       v_account.name,
       v_account.class,
       owner.slug,
       owner.name as "personName"
     from v_account
     left join lateral (
       select v_account_person.slug, v_account_person.name
       from v_account_person
       where v_account_person.account_id = v_account.account_id
       order by v_account_person.until_at desc
       limit 1) as owner on true
     where v_account.account_id = any($1::bigint[])
     order by lower(v_account.login)`,
    [accountIds],
  );
