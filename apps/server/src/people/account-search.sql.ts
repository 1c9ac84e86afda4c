import type { Account, AccountMatch } from '@throughline/contract';
import type { Sql } from '../platform/sql/index.ts';
import { type AccountColumns, toAccount } from './account-columns.ts';

/** An account in what was read, with what speaks for and against it. */
export interface SeenAccount {
  readonly account: Account;
  readonly emails: readonly string[];
  /** Those of them that GitHub told an owner of their organisation are verified. */
  readonly verifiedEmails: readonly string[];
  readonly linkedTo: AccountMatch['linkedTo'] | undefined;
}

interface SeenRow extends AccountColumns {
  readonly emails: readonly string[] | null;
  readonly verified_emails: readonly string[] | null;
  readonly person_slug: string | null;
  readonly person_name: string | null;
  readonly held_at: Date | null;
  readonly held_until_on: string | null;
}

const selectSeen = `
  select
    account.account_id,
    account.host_id,
    v_host.name as host_name,
    v_host.kind as host_kind,
    v_host.base_url,
    account.github_id,
    account.login,
    account.name as account_name,
    account.kind,
    emails.emails,
    emails.verified_emails,
    held.slug as person_slug,
    held.name as person_name,
    held.linked_at as held_at,
    held.until_on as held_until_on
  from account
  join v_host on v_host.host_id = account.host_id
  left join lateral (
    select
      array_agg(distinct known.email) as emails,
      array_agg(distinct known.email) filter (where known.source = 'verified-domain') as verified_emails
    from v_account_email as known
    where known.account_id = account.account_id) as emails on true
  left join lateral (
    select
      person.slug,
      person.name,
      account_link.linked_at,
      (account_link.until_at at time zone coalesce(person.zone, v_workspace.zone))::date - 1 as until_on
    from account_link
    join person on person.person_id = account_link.person_id
    cross join v_workspace
    where account_link.account_id = account.account_id
      and account_link.unlinked_at is null
    order by account_link.until_at desc nulls first
    limit 1) as held on true`;

/** Accounts whose login, name or e-mail address holds one of the texts: addresses first, whole logins next. At most 20. */
export async function searchSeenAccounts(
  sql: Sql,
  texts: readonly string[],
): Promise<readonly SeenAccount[]> {
  const rows = await sql.query<SeenRow>(
    `${selectSeen}
     join lateral (
       select min(case
         when wanted.text = any(emails.emails) then 0
         when lower(account.login) = wanted.text then 1
         when lower(account.name) = wanted.text then 2
         else 3
       end) as rank
       from unnest($1::text[]) as wanted (text)
       where wanted.text = any(emails.emails)
          or strpos(lower(account.login), wanted.text) > 0
          or strpos(lower(account.name), wanted.text) > 0
          or exists (select from unnest(emails.emails) as held (email) where strpos(held.email, wanted.text) > 0)
     ) as found on found.rank is not null
     where account.kind in ('User', 'Mannequin')
     order by found.rank, lower(account.login)
     limit 20`,
    [texts.map((text) => text.toLowerCase())],
  );
  return rows.map(toSeen);
}

/** Those of the given accounts that were seen here. */
export async function loadSeenAccounts(
  sql: Sql,
  wanted: readonly { readonly account: Pick<Account, 'hostId' | 'githubId'> }[],
): Promise<readonly SeenAccount[]> {
  const rows = await sql.query<SeenRow>(
    `${selectSeen}
     where (account.host_id, account.github_id) in (
       select wanted.host_id, wanted.github_id
       from unnest($1::bigint[], $2::bigint[]) as wanted (host_id, github_id))
     order by lower(account.login)`,
    [wanted.map(({ account }) => account.hostId), wanted.map(({ account }) => account.githubId)],
  );
  return rows.map(toSeen);
}

const toSeen = (row: SeenRow): SeenAccount => ({
  account: toAccount(row),
  emails: row.emails ?? [],
  verifiedEmails: row.verified_emails ?? [],
  linkedTo: toHolder(row),
});

function toHolder(row: SeenRow): AccountMatch['linkedTo'] | undefined {
  if (row.person_slug === null || row.person_name === null || row.held_at === null) return undefined;
  return {
    slug: row.person_slug,
    name: row.person_name,
    linkedAt: row.held_at.toISOString(),
    ...(row.held_until_on === null ? {} : { untilOn: row.held_until_on }),
  };
}
