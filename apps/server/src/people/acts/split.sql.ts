import { AppError } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { recordPersonsChanged } from '../people-change.sql.ts';
import { insertPersons, type PersonRecord } from '../persons.sql.ts';
import { type ActDetail, insertAct, undoRefused } from './person-acts.sql.ts';

interface Split {
  readonly name: string;
  readonly accountLinkIds: readonly number[];
  readonly emails: readonly string[];
}

/** Takes links and addresses out of a person into a new one; answers them with the act by which it is undone. */
export async function splitOff(
  tx: Sql,
  from: PersonRecord,
  { name, accountLinkIds, emails }: Split,
  doneBy: number,
): Promise<{ readonly person: PersonRecord; readonly personActId: number }> {
  const held = await loadHeldEmails(tx, from.personId, emails);
  const [email, ...further] = held;
  const [person] = await insertPersons(tx, [{ name, email, zone: from.zone, createdBy: doneBy }]);
  if (person === undefined) throw new Error('An insert of a person returned no row.');
  const links = await tx.query<{ account_link_id: number }>(
    `update account_link
     set person_id = $2::bigint
     where person_id = $1::bigint
       and account_link_id = any($3::bigint[])
       and unlinked_at is null
     returning account_link_id`,
    [from.personId, person.personId, accountLinkIds],
  );
  if (links.length !== accountLinkIds.length || links.length + held.length === 0) throw nothingToSplit();
  await moveEmails(tx, from.personId, person.personId, { held, further });
  await recordPersonsChanged(tx, [person.personId]);
  const personActId = await insertAct(tx, {
    personId: from.personId,
    otherPersonId: person.personId,
    doneBy,
    detail: {
      kind: 'split',
      linkIds: links.map((link) => link.account_link_id),
      emails: held.filter((each) => each !== from.email),
      mainEmail: from.email !== undefined && held.includes(from.email) ? from.email : null,
    },
  });
  return { person, personActId };
}

const nothingToSplit = (): AppError =>
  new AppError(
    'input-invalid',
    'Choose at least one account or address that is theirs now. Reload the page if somebody changed them meanwhile.',
  );

async function loadHeldEmails(tx: Sql, personId: number, emails: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ email: string }>(
    `select email
     from v_person_email
     where person_id = $1::bigint
       and email = any($2::text[])
     order by email`,
    [personId, emails],
  );
  return rows.map(({ email }) => email);
}

async function moveEmails(
  tx: Sql,
  from: number,
  to: number,
  { held, further }: { readonly held: readonly string[]; readonly further: readonly string[] },
): Promise<void> {
  await tx.query(
    `update person
     set email = null
     where person_id = $1::bigint
       and email = any($2::text[])`,
    [from, held],
  );
  await tx.query(
    `delete from person_email
     where person_id = $1::bigint
       and email = any($2::text[])`,
    [from, held],
  );
  await tx.query(
    `insert into person_email (person_id, email)
     select $1::bigint, given.email
     from unnest($2::text[]) as given (email)`,
    [to, further],
  );
}

/** Puts a person who was taken out back, and deletes them. Refused once they have got more than what was taken out. */
export async function undoSplit(
  tx: Sql,
  { from, taken }: { readonly from: number; readonly taken: number },
  detail: Extract<ActDetail, { kind: 'split' }>,
): Promise<void> {
  await refuseGrown(tx, taken, detail.linkIds);
  await recordPersonsChanged(tx, [taken]);
  await tx.query('update account_link set person_id = $1::bigint where person_id = $2::bigint', [
    from,
    taken,
  ]);
  await tx.query(
    `update person
     set email = coalesce($2::text, email)
     where person_id = $1::bigint`,
    [from, detail.mainEmail],
  );
  await tx.query(
    `insert into person_email (person_id, email)
     select $1::bigint, given.email
     from unnest($2::text[]) as given (email)
     on conflict (person_id, email) do nothing`,
    [from, detail.emails],
  );
  await tx.query('delete from person where person_id = $1::bigint', [taken]);
}

async function refuseGrown(tx: Sql, taken: number, linkIds: readonly number[]): Promise<void> {
  const rows = await tx.query(
    `select
     from person
     where person.person_id = $1::bigint
       and person.user_id is null
       and person.merged_into_person_id is null
       and not exists (
         select from account_link
         where account_link.person_id = person.person_id
           and account_link.account_link_id <> all($2::bigint[]))
       and not exists (select from person as merged where merged.merged_into_person_id = person.person_id)
       and not exists (select from v_team_member where v_team_member.person_id = person.person_id)`,
    [taken, linkIds],
  );
  if (rows.length > 0) return;
  throw undoRefused(
    'They have got more since: a user, a team, or another account. Merge them back on their page instead.',
  );
}
