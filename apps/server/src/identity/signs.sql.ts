import { parseNoreply } from '../people/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import { findPossible } from './find-possible.ts';
import type { Claim, Holder, Likeness, Noreply, OpenAccount, Rejection, Signs } from './signs.ts';

// Accounts of people, not of programs, that nobody has or had. The demo's are made up with their people.
const openAccounts = `
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

// Addresses of people, and those that GitHub joined to accounts of theirs.
const claimed = `
  select v_person_email.person_id, v_person_email.email, null::text as through_login
  from v_person_email
  union
  select held.person_id, v_account_email.email, v_account.login
  from v_account_link as held
  join v_account_email on v_account_email.account_id = held.account_id
  join v_account on v_account.account_id = held.account_id
  where not held.has_ended`;

/** Addresses that lead from an open account to anybody: claimed by a person, held by two accounts, or of an own domain. */
const holdersText = `
  with open_account as materialized (${openAccounts}),
  held as materialized (
    select distinct v_account_email.email, v_account_email.account_id, v_account.host_id
    from v_account_email
    join v_account on v_account.account_id = v_account_email.account_id
    where v_account.class = 'person'),
  telling as (
    select held.email
    from held
    group by held.email
    having count(distinct held.host_id) > 1
    union
    select claimed.email
    from (${claimed}) as claimed
    union
    select held.email
    from held
    where split_part(held.email, '@', 2) = any($1::text[]))
  select held.email, held.account_id as "accountId", held.host_id as "hostId"
  from telling
  join held on held.email = telling.email
  where exists (
    select from held as other
    join open_account on open_account.account_id = other.account_id
    where other.email = held.email)`;

const claimsText = `
  select claimed.person_id as "personId", claimed.email, claimed.through_login as "throughLogin"
  from (${claimed}) as claimed
  where claimed.email = any($1::text[])`;

// One person and one account of a whole name, of two words at least: everybody called dave stays apart. Who has an
// account on that host already is not asked about again.
const likenessText = `
  with open_account as materialized (${openAccounts}),
  alike as (
    select 'name' as kind, v_person.person_id, open_account.account_id, open_account.host_id, lower(v_person.name) as word
    from open_account
    join v_person on lower(v_person.name) = lower(trim(open_account.name))
    where trim(v_person.name) like '% %'
      and v_person.demo_host_id is null
    union all
    select 'login', v_person.person_id, open_account.account_id, open_account.host_id, lower(v_person.name)
    from open_account
    join v_person
      on regexp_replace(lower(v_person.name), '[^a-z0-9]', '', 'g') = translate(lower(open_account.login), '-_.', '')
    where trim(v_person.name) like '% %'
      and v_person.demo_host_id is null
    union all
    select 'login', person.person_id, open_account.account_id, open_account.host_id, person.mailbox
    from open_account
    join (
      select person_id, regexp_replace(split_part(email, '@', 1), '[^a-z0-9]', '', 'g') as mailbox
      from v_person_email) as person
      on person.mailbox = translate(lower(open_account.login), '-_.', '')
    where length(person.mailbox) > 4),
  counted as (
    select
      kind,
      word,
      host_id,
      min(person_id) as person_id,
      min(account_id) as account_id
    from alike
    group by kind, word, host_id
    having count(distinct person_id) = 1
       and count(distinct account_id) = 1)
  select distinct counted.kind, counted.person_id as "personId", counted.account_id as "accountId"
  from counted
  where not exists (
    select from v_account_link as held
    join v_account on v_account.account_id = held.account_id
    where held.person_id = counted.person_id
      and not held.has_ended
      and v_account.host_id = counted.host_id)`;

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
  const [holders, likenesses, noreplies, rejections] = await Promise.all([
    sql.query<Holder>(holdersText, [domains]),
    sql.query<Likeness>(likenessText),
    loadNoreplies(sql),
    loadRejections(sql),
  ]);
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
