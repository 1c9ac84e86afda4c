import type { Sql } from '../platform/sql/index.ts';
import { toFreeSlug, toSlug } from './person-slug.ts';

/** Someone whose work this is. */
export interface PersonRecord {
  readonly personId: number;
  readonly slug: string;
  readonly name: string;
  readonly email: string | undefined;
  readonly zone: string | undefined;
  readonly userId: number | undefined;
  readonly isDemo: boolean;
  readonly joinedOn: string | undefined;
  /** Their last day. */
  readonly leftOn: string | undefined;
  readonly excludedReason: string | undefined;
  readonly isHidden: boolean;
}

interface PersonRow {
  readonly person_id: number;
  readonly slug: string;
  readonly name: string;
  readonly email: string | null;
  readonly zone: string | null;
  readonly user_id: number | null;
  readonly demo_host_id: number | null;
  readonly joined_on: string | null;
  readonly left_on: string | null;
  readonly excluded_reason: string | null;
  readonly is_hidden: boolean;
}

const columnsSql = `
  person.person_id, person.slug, person.name, person.email, person.zone, person.user_id, person.demo_host_id,
  person.joined_on, person.left_on, person.excluded_reason, person.hidden_at is not null as is_hidden`;

const toRecord = (row: PersonRow): PersonRecord => ({
  personId: row.person_id,
  slug: row.slug,
  name: row.name,
  email: row.email ?? undefined,
  zone: row.zone ?? undefined,
  userId: row.user_id ?? undefined,
  isDemo: row.demo_host_id !== null,
  joinedOn: row.joined_on ?? undefined,
  leftOn: row.left_on ?? undefined,
  excludedReason: row.excluded_reason ?? undefined,
  isHidden: row.is_hidden,
});

/** Whom a name in an address means; that of somebody who was merged into another leads on to them. */
export async function findPersonBySlug(sql: Sql, slug: string): Promise<PersonRecord | undefined> {
  const rows = await sql.query<PersonRow>(
    `select ${columnsSql}
     from person as asked
     join person on person.person_id = coalesce(asked.merged_into_person_id, asked.person_id)
     where asked.slug = $1::text`,
    [slug],
  );
  return rows.map(toRecord)[0];
}

export async function findPersonOfUser(sql: Sql, userId: number): Promise<PersonRecord | undefined> {
  const rows = await sql.query<PersonRow>(
    `select ${columnsSql}
     from person
     where user_id = $1::bigint
       and merged_into_person_id is null`,
    [userId],
  );
  return rows.map(toRecord)[0];
}

/** Who each of these users is, for those tied to a person. */
export async function loadPersonsOfUsers(
  sql: Sql,
  userIds: readonly number[],
): Promise<ReadonlyMap<number, { readonly slug: string; readonly name: string }>> {
  const rows = await sql.query<{ user_id: number; slug: string; name: string }>(
    `select user_id, slug, name
     from person
     where user_id = any($1::bigint[])
       and merged_into_person_id is null`,
    [userIds],
  );
  return new Map(rows.map((row) => [row.user_id, { slug: row.slug, name: row.name }]));
}

export interface NewPerson {
  readonly name: string;
  readonly email?: string | undefined;
  readonly zone?: string | undefined;
  readonly createdBy?: number | undefined;
  readonly demoHostId?: number | undefined;
  readonly joinedOn?: string | undefined;
}

/** Adds people under free names in the address, in the order given; returns their ids in that order. */
export async function insertPersons(
  sql: Sql,
  persons: readonly NewPerson[],
): Promise<readonly PersonRecord[]> {
  await sql.query('select pg_advisory_xact_lock(hashtext($1::text))', ['person.slug']);
  const slugs = await findFreeSlugs(sql, persons);
  const rows = await sql.query<PersonRow>(
    `insert into person (slug, name, email, zone, created_by, demo_host_id, joined_on)
     select given.slug, given.name, given.email, given.zone, given.created_by, given.demo_host_id, given.joined_on
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::date[])
       with ordinality as given (slug, name, email, zone, created_by, demo_host_id, joined_on, position)
     order by given.position
     returning ${columnsSql}`,
    [
      slugs,
      persons.map((person) => person.name),
      persons.map((person) => person.email),
      persons.map((person) => person.zone),
      persons.map((person) => person.createdBy),
      persons.map((person) => person.demoHostId),
      persons.map((person) => person.joinedOn),
    ],
  );
  return rows.map(toRecord);
}

async function findFreeSlugs(sql: Sql, persons: readonly NewPerson[]): Promise<readonly string[]> {
  const rows = await sql.query<{ slug: string }>(
    `with wanted as (select base from unnest($1::text[]) as given (base))
     select person.slug
     from wanted
     join person on person.slug = wanted.base
     union
     select person.slug
     from wanted
     join person on regexp_replace(person.slug, '-[0-9]+$', '') = wanted.base`,
    [[...new Set(persons.map((person) => toSlug(person.name)))]],
  );
  const taken = new Set(rows.map((row) => row.slug));
  return persons.map((person) => {
    const slug = toFreeSlug(person.name, taken);
    taken.add(slug);
    return slug;
  });
}

/** Whether the people of this demo are here. */
export async function hasDemoPersons(sql: Sql, hostId: number): Promise<boolean> {
  const rows = await sql.query('select from person where demo_host_id = $1::bigint limit 1', [hostId]);
  return rows.length > 0;
}

/** Lets one at a time make a demo's people. */
export async function lockDemoPersons(tx: Sql, hostId: number): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtext($1::text), $2::integer)', ['person.demo', hostId]);
}
