import type { Sql } from '../../platform/sql/index.ts';

/**
 * Says of each row of an import what it will do here and now: whom it is about, which accounts it links, and what is wrong
 * with it. The same judgement is made anew before anything is written. Every step is one statement for all rows.
 */
export async function judgeImport(tx: Sql, peopleImportId: number): Promise<void> {
  await tx.query('analyze people_import_row');
  for (const text of judgementTexts) await tx.query(text, [peopleImportId]);
}

const resetText = `
  update people_import_row
  set problems = unreadable,
      notes = '{}',
      person_id = null,
      account_ids = '{}',
      awaited_host_ids = '{}',
      awaited_logins = '{}',
      team_id = null
  where people_import_id = $1::bigint`;

// What a file says twice is wrong in the later row.
const doubleEmailText = `
  with named as (
    select row_number, unnest(emails) as email
    from people_import_row
    where people_import_id = $1::bigint),
  doubled as (
    select email, min(row_number) as first
    from named
    group by email
    having count(*) > 1),
  wrong as (
    select named.row_number, string_agg(
      format('%s stands in row %s too. Somebody has one row.', named.email, doubled.first), chr(10)) as text
    from named
    join doubled on doubled.email = named.email and doubled.first < named.row_number
    group by named.row_number)
  update people_import_row
  set problems = problems || string_to_array(wrong.text, chr(10))
  from wrong
  where people_import_row.people_import_id = $1::bigint
    and people_import_row.row_number = wrong.row_number`;

// Each login with the host it was written with, where one was.
const namedText = `
  select
    row_number,
    login as written,
    case when login like '%/%' then split_part(login, '/', 1) end as host,
    case when login like '%/%' then split_part(login, '/', 2) else login end as login
  from people_import_row
  cross join unnest(logins) as given (login)
  where people_import_id = $1::bigint`;

const hostsText = `
  select
    v_host.host_id, v_host.name, split_part(regexp_replace(lower(v_host.base_url), '^https?://', ''), '/', 1) as host
  from v_host
  where v_host.kind <> 'demo'`;

// A login means who has it now: of two accounts of one host, a former holder and the present one, the one seen last.
const accountsText = `
  with named as (${namedText}),
  present as (
    select distinct on (account.host_id, lower(account.login))
      account.account_id, lower(account.login) as login, hosts.host
    from account
    join (${hostsText}) as hosts on hosts.host_id = account.host_id
    where lower(account.login) in (select named.login from named)
    order by account.host_id, lower(account.login), account.observed_at desc),
  found as (
    select
      named.row_number, named.written, named.host, named.login,
      count(present.account_id) as accounts, min(present.account_id) as account_id
    from named
    left join present
      on present.login = named.login
      and (named.host is null or present.host = named.host)
    group by named.row_number, named.written, named.host, named.login),
  placed as (
    select
      found.row_number, found.written, found.login, found.accounts, found.account_id,
      count(hosts.host_id) as hosts, min(hosts.host_id) as host_id, min(hosts.name) as host_name
    from found
    left join (${hostsText}) as hosts
      on found.accounts = 0
      and (found.host is null or hosts.host = found.host)
    group by found.row_number, found.written, found.login, found.accounts, found.account_id),
  told as (
    select
      row_number,
      array_remove(array_agg(case when accounts = 1 then account_id end), null) as account_ids,
      array_remove(array_agg(case when accounts = 0 and hosts = 1 then host_id end order by written), null) as host_ids,
      array_remove(array_agg(case when accounts = 0 and hosts = 1 then login end order by written), null) as logins,
      array_remove(array_agg(case when accounts > 1 then format(
        '@%s is there on several hosts. Write host/%s.', written, written) end), null) as problems,
      array_remove(array_agg(case
        when accounts > 0 then null
        when hosts = 1 then format(
          '@%s was not seen on %s yet: the login is kept, and linked once it is.', login, host_name)
        when hosts = 0 then format(
          '@%s is on no host that is connected here, so it is not kept.', written)
        else format(
          '@%s was not seen yet, and may be of several hosts, so it is not kept. Write host/%s to keep it.',
          written, written) end), null) as notes
    from placed
    group by row_number)
  update people_import_row
  set account_ids = told.account_ids,
      awaited_host_ids = told.host_ids,
      awaited_logins = told.logins,
      problems = people_import_row.problems || told.problems,
      notes = told.notes
  from told
  where people_import_row.people_import_id = $1::bigint
    and people_import_row.row_number = told.row_number`;

const doubleAwaitedText = `
  with named as (
    select row_number, awaited.host_id, awaited.login
    from people_import_row
    cross join unnest(awaited_host_ids, awaited_logins) as awaited (host_id, login)
    where people_import_id = $1::bigint),
  doubled as (
    select host_id, login, min(row_number) as first
    from named
    group by host_id, login
    having count(*) > 1),
  wrong as (
    select named.row_number, string_agg(
      format('@%s stands in row %s too. An account is one person''s.', named.login, doubled.first), chr(10)) as text
    from named
    join doubled
      on doubled.host_id = named.host_id
      and doubled.login = named.login
      and doubled.first < named.row_number
    group by named.row_number)
  update people_import_row
  set problems = problems || string_to_array(wrong.text, chr(10))
  from wrong
  where people_import_row.people_import_id = $1::bigint
    and people_import_row.row_number = wrong.row_number`;

const doubleAccountText = `
  with named as (
    select row_number, unnest(account_ids) as account_id
    from people_import_row
    where people_import_id = $1::bigint),
  doubled as (
    select account_id, min(row_number) as first
    from named
    group by account_id
    having count(*) > 1),
  wrong as (
    select named.row_number, string_agg(
      format('@%s stands in row %s too. An account is one person''s.', account.login, doubled.first), chr(10)) as text
    from named
    join doubled on doubled.account_id = named.account_id and doubled.first < named.row_number
    join account on account.account_id = named.account_id
    group by named.row_number)
  update people_import_row
  set problems = problems || string_to_array(wrong.text, chr(10))
  from wrong
  where people_import_row.people_import_id = $1::bigint
    and people_import_row.row_number = wrong.row_number`;

// Whom a row is about: who has one of its addresses or accounts, or waits for one of its logins. Never by a name.
const personsText = `
  with telling as (
    select row.row_number, held.person_id
    from people_import_row as row
    cross join unnest(row.emails) as given (email)
    join v_person_email as held on held.email = given.email
    where row.people_import_id = $1::bigint
    union
    select row.row_number, held.person_id
    from people_import_row as row
    cross join unnest(row.account_ids) as given (account_id)
    join account_link as held
      on held.account_id = given.account_id
      and held.unlinked_at is null
      and held.until_at is null
    where row.people_import_id = $1::bigint
    union
    select row.row_number, held.person_id
    from people_import_row as row
    cross join unnest(row.awaited_host_ids, row.awaited_logins) as given (host_id, login)
    join v_awaited_login as held
      on held.host_id = given.host_id
      and held.login = given.login
    where row.people_import_id = $1::bigint),
  told as (
    select
      telling.row_number,
      min(telling.person_id) as person_id,
      count(*) as persons,
      string_agg(person.name, ' and ' order by person.person_id) as names
    from telling
    join person on person.person_id = telling.person_id
    where person.demo_host_id is null
    group by telling.row_number)
  update people_import_row
  set person_id = told.person_id,
      problems = people_import_row.problems || case
        when told.persons > 1 then array[format(
          'Its addresses and logins belong to %s. Merge them first, or correct the row.', told.names)]
        else '{}'::text[] end
  from told
  where people_import_row.people_import_id = $1::bigint
    and people_import_row.row_number = told.row_number`;

const doublePersonText = `
  with doubled as (
    select person_id, min(row_number) as first
    from people_import_row
    where people_import_id = $1::bigint
      and person_id is not null
    group by person_id
    having count(*) > 1)
  update people_import_row
  set problems = people_import_row.problems || array[format('Row %s is about %s already.', doubled.first, person.name)]
  from doubled
  join person on person.person_id = doubled.person_id
  where people_import_row.people_import_id = $1::bigint
    and people_import_row.person_id = doubled.person_id
    and people_import_row.row_number > doubled.first`;

const teamsText = `
  with named as (
    select row.row_number, row.team, min(team.team_id) as team_id, count(team.team_id) as teams
    from people_import_row as row
    left join team on lower(team.name) = lower(row.team) or team.slug = lower(row.team)
    where row.people_import_id = $1::bigint
      and row.team is not null
    group by row.row_number, row.team)
  update people_import_row
  set team_id = case when named.teams = 1 then named.team_id end,
      problems = people_import_row.problems || case
        when named.teams = 0 then array[format(
          'There is no team %s. Make it first, or correct its name.', left(named.team, 60))]
        when named.teams > 1 then array[format(
          'Several teams are called %s. Write the name in the team''s address.', left(named.team, 60))]
        else '{}'::text[] end
  from named
  where people_import_row.people_import_id = $1::bigint
    and people_import_row.row_number = named.row_number`;

const staysText = `
  update people_import_row as row
  set problems = row.problems || array[format(
    '%s joined on %s, after the last day, %s.',
    person.name, coalesce(row.joined_on, person.joined_on), coalesce(row.left_on, person.left_on))]
  from person
  where row.people_import_id = $1::bigint
    and person.person_id = row.person_id
    and (row.joined_on is null or row.left_on is null)
    and coalesce(row.joined_on, person.joined_on) > coalesce(row.left_on, person.left_on)`;

const namelessText = `
  update people_import_row
  set problems = problems || array['Somebody new needs a name.']
  where people_import_id = $1::bigint
    and person_id is null
    and name is null
    and problems = '{}'`;

// left_on of the row is taken, an empty cell leaves what is there.
const doesText = `
  update people_import_row as row
  set does = case
        when row.problems <> '{}' then 'wrong'
        when row.person_id is null then 'adds'
        when exists (
          select from person
          where person.person_id = row.person_id
            and (coalesce(row.name, person.name) <> person.name
              or coalesce(row.joined_on, person.joined_on) is distinct from person.joined_on
              or coalesce(row.left_on, person.left_on) is distinct from person.left_on
              or coalesce(row.zone, person.zone) is distinct from person.zone)) then 'changes'
        when exists (
          select from unnest(row.emails) as given (email)
          where not exists (
            select from v_person_email as held
            where held.person_id = row.person_id
              and held.email = given.email)) then 'changes'
        when exists (
          select from unnest(row.account_ids) as given (account_id)
          where not exists (
            select from account_link as held
            where held.account_id = given.account_id
              and held.unlinked_at is null
              and held.until_at is null)) then 'changes'
        when exists (
          select from unnest(row.awaited_host_ids, row.awaited_logins) as given (host_id, login)
          where not exists (
            select from awaited_login as held
            where held.host_id = given.host_id
              and held.login = given.login)) then 'changes'
        when row.team_id is not null and not exists (
          select from v_team_member
          where v_team_member.team_id = row.team_id
            and v_team_member.person_id = row.person_id
            and v_team_member.until_on = 'infinity') then 'changes'
        else 'nothing' end
  where row.people_import_id = $1::bigint`;

const judgementTexts = [
  resetText,
  doubleEmailText,
  accountsText,
  doubleAccountText,
  doubleAwaitedText,
  personsText,
  doublePersonText,
  teamsText,
  staysText,
  namelessText,
  doesText,
];
