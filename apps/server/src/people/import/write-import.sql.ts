import type { Sql } from '../../platform/sql/index.ts';
import { takeAwaitedLogins } from '../awaited-logins.sql.ts';
import { insertLinks, type NewLink } from '../links.sql.ts';
import { recordPersonsChanged } from '../people-change.sql.ts';
import { insertPersons } from '../persons.sql.ts';

const batchSize = 5_000;

interface Written {
  readonly peopleImportId: number;
  readonly fileName: string;
  readonly writtenBy: number;
}

/** Writes a judged import without a wrong row: people first, then what they have. Throws, and nothing is written. */
export async function writeRows(tx: Sql, written: Written): Promise<void> {
  await addPersons(tx, written);
  await tx.query(changePersonsText, [written.peopleImportId]);
  await tx.query(emailsText, [written.peopleImportId]);
  await linkAccounts(tx, written);
  await tx.query(teamsText, [written.peopleImportId]);
  const changed = await tx.query<{ person_id: number }>(
    `select person_id
     from people_import_row
     where people_import_id = $1::bigint
       and does = 'changes'`,
    [written.peopleImportId],
  );
  await recordPersonsChanged(
    tx,
    changed.map((row) => row.person_id),
  );
  await keepLogins(tx, written);
}

interface AddedRow {
  readonly row_number: number;
  readonly name: string;
  readonly email: string | null;
  readonly zone: string | null;
  readonly joined_on: string | null;
}

async function addPersons(tx: Sql, { peopleImportId, writtenBy }: Written): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await tx.query<AddedRow>(
      `select row_number, name, emails[1] as email, zone, joined_on
       from people_import_row
       where people_import_id = $1::bigint
         and does = 'adds'
         and row_number > $2::integer
       order by row_number
       limit $3::integer`,
      [peopleImportId, after, batchSize],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.row_number;
    const persons = await insertPersons(
      tx,
      rows.map((row) => ({
        name: row.name,
        email: row.email ?? undefined,
        zone: row.zone ?? undefined,
        joinedOn: row.joined_on ?? undefined,
        createdBy: writtenBy,
      })),
    );
    await tx.query(
      `update people_import_row
       set person_id = given.person_id
       from unnest($2::integer[], $3::bigint[]) as given (row_number, person_id)
       where people_import_row.people_import_id = $1::bigint
         and people_import_row.row_number = given.row_number`,
      [peopleImportId, rows.map((row) => row.row_number), persons.map(({ personId }) => personId)],
    );
  }
}

const changePersonsText = `
  update person
  set name = coalesce(row.name, person.name),
      zone = coalesce(row.zone, person.zone),
      joined_on = coalesce(row.joined_on, person.joined_on),
      left_on = coalesce(row.left_on, person.left_on),
      left_at = (coalesce(row.left_on, person.left_on) + 1)::timestamp
        at time zone coalesce(row.zone, person.zone, v_workspace.zone),
      email = coalesce(person.email, row.emails[1]),
      updated_at = app_now()
  from people_import_row as row, v_workspace
  where row.people_import_id = $1::bigint
    and (row.does = 'changes' or row.does = 'adds' and row.left_on is not null)
    and person.person_id = row.person_id`;

const emailsText = `
  insert into person_email (person_id, email)
  select row.person_id, given.email
  from people_import_row as row
  join person on person.person_id = row.person_id
  cross join unnest(row.emails) as given (email)
  where row.people_import_id = $1::bigint
    and row.does in ('adds', 'changes')
    and given.email is distinct from person.email
  on conflict (person_id, email) do nothing`;

async function linkAccounts(tx: Sql, { peopleImportId, fileName, writtenBy }: Written): Promise<void> {
  const rows = await tx.query<{ person_id: number; account_id: number; row_number: number }>(
    `select row.person_id, given.account_id, row.row_number
     from people_import_row as row
     cross join unnest(row.account_ids) as given (account_id)
     where row.people_import_id = $1::bigint
       and row.does in ('adds', 'changes')
       and not exists (
         select from account_link as held
         where held.account_id = given.account_id
           and held.unlinked_at is null
           and held.until_at is null)`,
    [peopleImportId],
  );
  const links = rows.map(
    (row): NewLink => ({
      personId: row.person_id,
      accountId: row.account_id,
      evidence: [{ kind: 'chosen', text: `Row ${row.row_number} of ${fileName}.` }],
    }),
  );
  for (let start = 0; start < links.length; start += batchSize) {
    await insertLinks(tx, links.slice(start, start + batchSize), writtenBy);
  }
}

/**
 * Has logins wait that nobody was seen under. Writers of accounts look for them after they wrote: from here until the end
 * they wait for this, and whom they wrote before is found here. So none slips through between the two.
 */
async function keepLogins(tx: Sql, { peopleImportId, fileName, writtenBy }: Written): Promise<void> {
  await tx.query('lock table awaited_login in share row exclusive mode');
  const seen = await tx.query<{ account_id: number }>(keepText, [peopleImportId, fileName, writtenBy]);
  await takeAwaitedLogins(
    tx,
    seen.map((row) => row.account_id),
  );
}

// Answers those who were seen since the rows were judged.
const keepText = `
  with kept as (
    insert into awaited_login (person_id, host_id, login, file_name, row_number, imported_by)
    select row.person_id, given.host_id, given.login, $2::text, row.row_number, $3::bigint
    from people_import_row as row
    cross join unnest(row.awaited_host_ids, row.awaited_logins) as given (host_id, login)
    where row.people_import_id = $1::bigint
      and row.does in ('adds', 'changes')
    on conflict (host_id, login) do nothing
    returning host_id, login)
  select account.account_id
  from kept
  join account
    on account.host_id = kept.host_id
    and lower(account.login) = kept.login`;

// From the day they joined, or today; who is in the team at that time already stays in it as they are.
const teamsText = `
  insert into team_member (team_id, person_id, part, from_on, until_on, source)
  select
    row.team_id,
    row.person_id,
    'contributor',
    coalesce(row.joined_on, (app_now() at time zone v_workspace.zone)::date),
    person.left_on + 1,
    'csv'
  from people_import_row as row
  join person on person.person_id = row.person_id
  cross join v_workspace
  where row.people_import_id = $1::bigint
    and row.does in ('adds', 'changes')
    and row.team_id is not null
    and (person.left_on is null
      or person.left_on >= coalesce(row.joined_on, (app_now() at time zone v_workspace.zone)::date))
  on conflict do nothing`;
