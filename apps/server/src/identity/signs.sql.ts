import { parseNoreply } from '../people/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import { findPossible } from './find-possible.ts';
import type { Claim, Holder, Likeness, Noreply, OpenAccount, Rejection, Signs } from './signs.ts';

// Accounts of people, not of programs, that nobody has or had. The demo's are made up with their people.
export const openAccounts = `
  select v_account.account_id, v_account.host_id, v_account.github_id, v_account.login, v_account.name
  from v_account
  join v_host on v_host.host_id = v_account.host_id
  where v_account.class = 'person'
    and v_account.kind in ('User', 'Mannequin')
    and v_host.kind <> 'demo'
    and not exists (
      select from v_account_link as held
      where held.account_id = v_account.account_id
        and not held.has_ended)`;

// Addresses of people, and those that GitHub joined to accounts of theirs; GitHub's own are one account's alone.
const claimed = `
  select v_person_email.person_id, v_person_email.email, null::text as through_login
  from v_person_email
  union all
  select held.person_id, v_account_email.email, held.login
  from v_account_link as held
  join v_account_email on v_account_email.account_id = held.account_id
  where not held.has_ended
    and v_account_email.email not like '%@users.noreply.%'`;

export const isVerified = `v_account_email.source = 'verified-domain'`;

/** An address that says that who has it works here: of the domains in $1, or of one that their organisation has verified. */
export const isOwn = `(split_part(v_account_email.email, '@', 2) = any($1::text[]) or ${isVerified})`;

/**
 * Addresses that lead from an open account to anybody: claimed by a person, held on two hosts, or one of `ownSql`. Which
 * addresses these are is found first, and their holders by the index: reading every account's took 0.5 s at 20,000.
 */
export const toHoldersText = (ownSql: string): string => `
  with telling as materialized (
    select claimed.email
    from (${claimed}) as claimed
    union
    select v_account_email.email
    from v_account_email
    join v_account on v_account.account_id = v_account_email.account_id
    where (select count(*) from v_host where v_host.kind <> 'demo') > 1
    group by v_account_email.email
    having min(v_account.host_id) <> max(v_account.host_id)
    union
    ${ownSql}),
  held as materialized (
    select v_account_email.email, v_account_email.account_id, bool_or(${isVerified}) as is_verified
    from telling
    join v_account_email on v_account_email.email = telling.email
    group by v_account_email.email, v_account_email.account_id),
  leading_on as materialized (
    select distinct held.email
    from held
    where not exists (
      select from v_account_link as link
      where link.account_id = held.account_id
        and not link.has_ended))
  select
    held.email, held.account_id as "accountId", v_account.host_id as "hostId", held.is_verified as "isVerified"
  from leading_on
  join held on held.email = leading_on.email
  join v_account on v_account.account_id = held.account_id
  where v_account.class = 'person'`;

/** Addresses of our own, by the domains in $1. */
export const allOwn = `
  select v_account_email.email
  from v_account_email
  where ${isOwn}`;

const claimsText = `
  select claimed.person_id as "personId", claimed.email, claimed.through_login as "throughLogin"
  from (${claimed}) as claimed
  where claimed.email = any($1::text[])`;

// One person and one account of a whole name, of two words at least: everybody called dave stays apart. Who has an
// account on that host already is not asked about again.
const likenessText = `
  with named as materialized (
    select
      person_id,
      lower(name) as name,
      regexp_replace(lower(name), '[^a-z0-9]', '', 'g') as together
    from v_person
    where demo_host_id is null
      and trim(name) like '% %'),
  mailbox as materialized (
    select person_id, regexp_replace(split_part(email, '@', 1), '[^a-z0-9]', '', 'g') as mailbox
    from v_person_email
    where split_part(email, '@', 1) like '_____%'),
  signed as materialized (
    select
      account_id, host_id, lower(trim(name)) as name, translate(lower(login), '-_.', '') as login
    from v_account
    where class = 'person'
      and kind in ('User', 'Mannequin')),
  alike as materialized (
    select 'name' as kind, named.person_id, signed.account_id, signed.host_id, named.name as word
    from named
    join signed on signed.name = named.name
    union all
    select 'login', named.person_id, signed.account_id, signed.host_id, named.together
    from named
    join signed on signed.login = named.together
    union all
    select 'login', mailbox.person_id, signed.account_id, signed.host_id, mailbox.mailbox
    from mailbox
    join signed on signed.login = mailbox.mailbox),
  counted as materialized (
    select kind, host_id, min(person_id) as person_id, min(account_id) as account_id
    from alike
    group by kind, word, host_id
    having min(person_id) = max(person_id)
       and min(account_id) = max(account_id))
  select distinct counted.kind, counted.person_id as "personId", counted.account_id as "accountId"
  from counted
  where not exists (
    select from v_account_link as link
    where link.account_id = counted.account_id
      and not link.has_ended)
  and not exists (
    select from v_account_link as held
    where held.person_id = counted.person_id
      and not held.has_ended
      and held.host_id = counted.host_id)`;

const noreplyText = `
  with open_account as materialized (${openAccounts})
  select given.email, given.person_id as "personId", open_account.account_id as "accountId", given.form
  from unnest($1::text[], $2::bigint[], $3::text[], $4::bigint[], $5::text[])
    as given (email, person_id, form, github_id, login)
  join open_account
    on given.form = 'id' and open_account.github_id = given.github_id
    or given.form = 'login' and lower(open_account.login) = given.login
  join v_host
    on v_host.host_id = open_account.host_id
    and split_part(given.email, '@users.noreply.', 2) =
      split_part(regexp_replace(v_host.base_url, '^https?://', ''), ':', 1)`;

const rejectionsText = `
  select account_id as "accountId", person_id as "personId", other_account_id as "otherAccountId"
  from rejected_suggestion
  union
  select account_id, person_id, null::bigint
  from v_account_link
  where has_ended`;

/** Everything that says whose the open accounts may be. */
export async function loadSigns(sql: Sql): Promise<Signs> {
  const domains = await loadDomains(sql);
  const [holders, ...others] = await Promise.all([
    sql.query<Holder>(toHoldersText(allOwn), [domains]),
    ...loadOthers(sql),
  ]);
  return completeSigns(sql, { domains, holders, others });
}

export type Others = readonly [readonly Likeness[], readonly Noreply[], readonly Rejection[]];

/** What tells without an address of an own domain. */
export const loadOthers = (sql: Sql) =>
  [sql.query<Likeness>(likenessText), loadNoreplies(sql), loadRejections(sql)] as const;

interface Found {
  readonly domains: readonly string[];
  readonly holders: readonly Holder[];
  readonly others: Others;
}

/** With the accounts and people that the signs name. */
export async function completeSigns(sql: Sql, { domains, holders, others }: Found): Promise<Signs> {
  const [likenesses, noreplies, rejections] = others;
  const claims = await loadClaims(sql, [...new Set(holders.map(({ email }) => email))]);
  const possible = findPossible({ holders, claims, likenesses, noreplies });
  const [accounts, persons] = await Promise.all([
    loadOpenAccounts(sql, possible.accountIds),
    sql.query<{ personId: number; name: string }>(
      `select person_id as "personId", name
       from v_person
       where person_id = any($1::bigint[])`,
      [possible.personIds],
    ),
  ]);
  return { accounts, persons, holders, claims, noreplies, likenesses, rejections, domains };
}

async function loadClaims(sql: Sql, emails: readonly string[]): Promise<readonly Claim[]> {
  const rows = await sql.query<{ personId: number; email: string; throughLogin: string | null }>(claimsText, [
    emails,
  ]);
  return rows.map((row) => ({ ...row, throughLogin: row.throughLogin ?? undefined }));
}

async function loadNoreplies(sql: Sql): Promise<readonly Noreply[]> {
  const rows = await sql.query<{ personId: number; email: string }>(
    `select person_id as "personId", email
     from v_person_email
     where email like '%@users.noreply.%'`,
  );
  const parsed = rows.flatMap((row) => {
    const noreply = parseNoreply(row.email);
    return noreply === undefined ? [] : [{ ...row, ...noreply }];
  });
  if (parsed.length === 0) return [];
  return sql.query<Noreply>(noreplyText, [
    parsed.map(({ email }) => email),
    parsed.map(({ personId }) => personId),
    parsed.map(({ githubId }) => (githubId === undefined ? 'login' : 'id')),
    parsed.map(({ githubId }) => githubId),
    parsed.map(({ login }) => login.toLowerCase()),
  ]);
}

async function loadRejections(sql: Sql): Promise<readonly Rejection[]> {
  const rows = await sql.query<{
    accountId: number;
    personId: number | null;
    otherAccountId: number | null;
  }>(rejectionsText);
  return rows.flatMap(({ accountId, personId, otherAccountId }): Rejection[] => {
    if (personId !== null) return [{ accountId, personId }];
    return otherAccountId === null ? [] : [{ accountId, otherAccountId }];
  });
}

async function loadOpenAccounts(sql: Sql, accountIds: readonly number[]): Promise<readonly OpenAccount[]> {
  const rows = await sql.query<{
    account_id: number;
    host_id: number;
    github_id: number;
    login: string;
    name: string | null;
  }>(
    `with open_account as (${openAccounts})
     select account_id, host_id, github_id, login, name
     from open_account
     where account_id = any($1::bigint[])`,
    [accountIds],
  );
  return rows.map((row) => ({
    accountId: row.account_id,
    hostId: row.host_id,
    githubId: row.github_id,
    login: row.login,
    name: row.name ?? undefined,
  }));
}

/** E-mail domains that the workspace says are its own, in order. */
export async function loadDomains(sql: Sql): Promise<string[]> {
  const rows = await sql.query<{ domain: string }>('select domain from verified_domain order by domain');
  return rows.map(({ domain }) => domain);
}
