import type { Viewer } from '../access/index.ts';
import { notFound } from '../platform/errors/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import type { LookKind } from './looks/look-kinds.data.ts';
import { loadMayOpen, recordLook } from './looks/looks.sql.ts';
import { findPersonBySlug, findPersonOfUser, type PersonRecord } from './persons.sql.ts';

/**
 * The person an address names (`me` is the reader's own), for a reader who may open their page. Throws `not-found` for
 * a person who does not exist and for one the reader may not look at: the two look alike. That somebody else looked is
 * written before anything is read, and so is that they were refused. Give it the database and not a transaction that
 * may roll back: what was refused stays written only so.
 */
export async function openPerson(
  sql: Sql,
  viewer: Viewer,
  slug: string,
  kind: LookKind = 'list',
): Promise<PersonRecord> {
  const person = await getPersonNamed(sql, viewer, slug);
  if (person.userId === viewer.userId) return person;
  const mayOpen = await loadMayOpen(sql, viewer, person.personId);
  await recordLook(sql, { personId: person.personId, viewer, kind, isRefused: !mayOpen });
  if (!mayOpen) throw notFound();
  return person;
}

/**
 * The same for everybody whose account has one of these logins: a list by login is that person's page in another form.
 * Logins of nobody's accounts open to all.
 */
export async function openLogins(sql: Sql, viewer: Viewer, logins: readonly string[]): Promise<void> {
  if (logins.length === 0) return;
  const holders = await sql.query<{ slug: string }>(
    `select distinct v_account_person.slug
     from v_account
     join v_account_person on v_account_person.account_id = v_account.account_id
     where lower(v_account.login) = any($1::text[])
     order by v_account_person.slug`,
    [logins.map((login) => login.toLowerCase())],
  );
  for (const { slug } of holders) await openPerson(sql, viewer, slug);
}

/**
 * The person an address names, for who may read who they are and which accounts are theirs: whoever may open their page,
 * and administrators, who look after links whatever the setting. None of it is their work. Logged like every look.
 */
export async function openPersonRecord(sql: Sql, viewer: Viewer, slug: string): Promise<PersonRecord> {
  if (viewer.role !== 'administrator') return openPerson(sql, viewer, slug, 'record');
  const person = await getPersonNamed(sql, viewer, slug);
  if (person.userId !== viewer.userId) {
    await recordLook(sql, { personId: person.personId, viewer, kind: 'record', isRefused: false });
  }
  return person;
}

async function getPersonNamed(sql: Sql, viewer: Viewer, slug: string): Promise<PersonRecord> {
  const person =
    slug === 'me' ? await findPersonOfUser(sql, viewer.userId) : await findPersonBySlug(sql, slug);
  if (person === undefined) throw notFound();
  return person;
}
