import type { Sql } from '../../platform/sql/index.ts';
import { loginTexts } from './judge-logins.sql.ts';

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
  ...loginTexts,
  personsText,
  doublePersonText,
  teamsText,
  staysText,
  namelessText,
  doesText,
];
