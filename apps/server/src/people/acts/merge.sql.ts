import type { MergePreview } from '@throughline/contract';
import { AppError } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { loadAwaitedLogins } from '../awaited-logins.sql.ts';
import { loadLinks } from '../links.sql.ts';
import { recordPersonsChanged } from '../people-change.sql.ts';
import type { PersonRecord } from '../persons.sql.ts';
import { findMergeRefusal } from './merge-refusal.ts';
import { type ActDetail, insertAct, undoRefused } from './person-acts.sql.ts';

/** Everything of one that the other does not have, and why they cannot be merged if they cannot. */
export async function loadMergePreview(
  sql: Sql,
  from: PersonRecord,
  into: PersonRecord,
): Promise<MergePreview> {
  const [links, emails, teams, users, awaited] = await Promise.all([
    loadLinks(sql, from.personId),
    sql.query<{ email: string }>(newEmailsText, [from.personId, into.personId]),
    sql.query<{ name: string }>(
      `select distinct v_team.name
       from v_team_member
       join v_team on v_team.team_id = v_team_member.team_id
       where v_team_member.person_id = $1::bigint
       order by v_team.name`,
      [from.personId],
    ),
    sql.query<{ email: string }>('select email from v_user where user_id = $1::bigint', [from.userId]),
    loadAwaitedLogins(sql, from.personId),
  ]);
  const refusal = findMergeRefusal(from, into);
  const [user] = users;
  return {
    from: { slug: from.slug, name: from.name },
    into: { slug: into.slug, name: into.name },
    accounts: links.filter((link) => link.unlinkedAt === undefined).map(({ account }) => account),
    emails: emails.map(({ email }) => email),
    teams: teams.map(({ name }) => name),
    awaitedLogins: awaited.map(({ login }) => login),
    ...(user === undefined ? {} : { user: user.email }),
    ...(refusal === undefined ? {} : { refusal }),
  };
}

const newEmailsText = `
  select given.email
  from v_person_email as given
  where given.person_id = $1::bigint
    and not exists (
      select from v_person_email as held
      where held.person_id = $2::bigint
        and held.email = given.email)
  order by given.email`;

/**
 * Merges one person into another: links, addresses and user go over; memberships of teams are read through the merge.
 * Answers the act by which it is undone.
 */
export async function mergePersons(
  tx: Sql,
  from: PersonRecord,
  into: PersonRecord,
  doneBy: number,
): Promise<number> {
  await lockPersons(tx, [from.personId, into.personId]);
  const refusal = findMergeRefusal(from, into);
  if (refusal !== undefined) throw new AppError('merge-refused', refusal);
  await recordPersonsChanged(tx, [from.personId]);
  const links = await tx.query<{ account_link_id: number }>(
    `update account_link
     set person_id = $2::bigint
     where person_id = $1::bigint
     returning account_link_id`,
    [from.personId, into.personId],
  );
  const emails = await tx.query<{ email: string }>(
    `insert into person_email (person_id, email)
     select $2::bigint, fresh.email
     from (${newEmailsText}) as fresh
     returning email`,
    [from.personId, into.personId],
  );
  await moveUser(tx, from.userId, from.personId, into.personId);
  const forwarded = await tx.query<{ person_id: number }>(
    `update person
     set merged_into_person_id = $2::bigint
     where merged_into_person_id = $1::bigint
     returning person_id`,
    [from.personId, into.personId],
  );
  await setMergedInto(tx, from.personId, into.personId);
  return insertAct(tx, {
    personId: into.personId,
    otherPersonId: from.personId,
    doneBy,
    detail: {
      kind: 'merge',
      linkIds: links.map((link) => link.account_link_id),
      emails: emails.map(({ email }) => email),
      userId: from.userId ?? null,
      forwardedIds: forwarded.map((person) => person.person_id),
    },
  });
}

/** Two who merge the same people at once wait for each other, and the later one sees what the first did. */
async function lockPersons(tx: Sql, personIds: readonly number[]): Promise<void> {
  const rows = await tx.query<{ is_merged: boolean }>(
    `select merged_into_person_id is not null as is_merged
     from person
     where person_id = any($1::bigint[])
     order by person_id
     for update`,
    [personIds],
  );
  if (rows.length === personIds.length && !rows.some((row) => row.is_merged)) return;
  throw new AppError(
    'merge-refused',
    'One of them was merged or deleted meanwhile. Reload the page and look again.',
  );
}

async function moveUser(tx: Sql, userId: number | undefined, from: number, to: number): Promise<void> {
  if (userId === undefined) return;
  await tx.query('update person set user_id = null where person_id = $1::bigint', [from]);
  await tx.query('update person set user_id = $2::bigint where person_id = $1::bigint', [to, userId]);
}

const setMergedInto = (tx: Sql, personId: number, intoId: number | undefined): Promise<unknown> =>
  tx.query(
    `update person
     set merged_into_person_id = $2::bigint, updated_at = app_now()
     where person_id = $1::bigint`,
    [personId, intoId],
  );

/** Makes two people of a merged one again, exactly as they were. */
export async function undoMerge(
  tx: Sql,
  { from, into }: { readonly from: number; readonly into: number },
  detail: Extract<ActDetail, { kind: 'merge' }>,
): Promise<void> {
  await refuseUnlessMergedHere(tx, from, into);
  await tx.query(
    `update account_link
     set person_id = $2::bigint
     where account_link_id = any($3::bigint[])
       and person_id = $1::bigint`,
    [into, from, detail.linkIds],
  );
  await tx.query(
    `delete from person_email
     where person_id = $1::bigint
       and email = any($2::text[])`,
    [into, detail.emails],
  );
  await moveUser(tx, detail.userId ?? undefined, into, from);
  await setMergedInto(tx, from, undefined);
  await tx.query(
    `update person
     set merged_into_person_id = $2::bigint
     where person_id = any($1::bigint[])`,
    [detail.forwardedIds, from],
  );
  await recordPersonsChanged(tx, [from]);
}

async function refuseUnlessMergedHere(tx: Sql, from: number, into: number): Promise<void> {
  const rows = await tx.query(
    `select
     from person as merged
     join person as held on held.person_id = merged.merged_into_person_id
     where merged.person_id = $1::bigint
       and held.person_id = $2::bigint
       and held.merged_into_person_id is null`,
    [from, into],
  );
  if (rows.length > 0) return;
  throw undoRefused('They were merged into somebody else since. Undo that first.');
}
