import { AppError } from '../platform/errors/index.ts';
import { findViolatedConstraint, type Sql } from '../platform/sql/index.ts';
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
}

interface PersonRow {
  readonly person_id: number;
  readonly slug: string;
  readonly name: string;
  readonly email: string | null;
  readonly zone: string | null;
  readonly user_id: number | null;
  readonly demo_host_id: number | null;
}

const columns = 'person_id, slug, name, email, zone, user_id, demo_host_id';

const toRecord = (row: PersonRow): PersonRecord => ({
  personId: row.person_id,
  slug: row.slug,
  name: row.name,
  email: row.email ?? undefined,
  zone: row.zone ?? undefined,
  userId: row.user_id ?? undefined,
  isDemo: row.demo_host_id !== null,
});

export async function findPersonBySlug(sql: Sql, slug: string): Promise<PersonRecord | undefined> {
  const rows = await sql.query<PersonRow>(`select ${columns} from person where slug = $1::text`, [slug]);
  return rows.map(toRecord)[0];
}

export async function findPersonOfUser(sql: Sql, userId: number): Promise<PersonRecord | undefined> {
  const rows = await sql.query<PersonRow>(`select ${columns} from person where user_id = $1::bigint`, [
    userId,
  ]);
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
     where user_id = any($1::bigint[])`,
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
}

/** Adds people under free names in the address, in the order given; returns their ids in that order. */
export async function insertPersons(
  sql: Sql,
  persons: readonly NewPerson[],
): Promise<readonly PersonRecord[]> {
  await sql.query('select pg_advisory_xact_lock(hashtext($1::text))', ['person.slug']);
  const slugs = await findFreeSlugs(sql, persons);
  const rows = await sql.query<PersonRow>(
    `insert into person (slug, name, email, zone, created_by, demo_host_id)
     select given.slug, given.name, given.email, given.zone, given.created_by, given.demo_host_id
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::bigint[])
       with ordinality as given (slug, name, email, zone, created_by, demo_host_id, position)
     order by given.position
     returning ${columns}`,
    [
      slugs,
      persons.map((person) => person.name),
      persons.map((person) => person.email),
      persons.map((person) => person.zone),
      persons.map((person) => person.createdBy),
      persons.map((person) => person.demoHostId),
    ],
  );
  return rows.map(toRecord);
}

async function findFreeSlugs(sql: Sql, persons: readonly NewPerson[]): Promise<readonly string[]> {
  const rows = await sql.query<{ slug: string }>(
    `select person.slug
     from unnest($1::text[]) as wanted (base)
     join person on person.slug = wanted.base or person.slug like wanted.base || '-%'`,
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

export interface PersonChange {
  readonly name?: string | undefined;
  readonly email?: string | null | undefined;
  readonly zone?: string | null | undefined;
  readonly userId?: number | null | undefined;
}

/** Changes what is given and leaves the rest. Throws `user-tied-elsewhere` when the user is somebody else already. */
export async function updatePerson(sql: Sql, personId: number, change: PersonChange): Promise<void> {
  try {
    await sql.query(
      `update person
       set name = coalesce($2::text, name),
           email = case when $3::boolean then $4::text else email end,
           zone = case when $5::boolean then $6::text else zone end,
           user_id = case when $7::boolean then $8::bigint else user_id end,
           updated_at = app_now()
       where person_id = $1::bigint`,
      [
        personId,
        change.name,
        change.email !== undefined,
        change.email,
        change.zone !== undefined,
        change.zone,
        change.userId !== undefined,
        change.userId,
      ],
    );
  } catch (error) {
    throw toTieError(error);
  }
}

function toTieError(error: unknown): unknown {
  switch (findViolatedConstraint(error)) {
    case 'person_user_key':
      return new AppError(
        'user-tied-elsewhere',
        'This user is another person already. Untie them there first: a user is one person at most.',
        { cause: error },
      );
    case 'person_user_fk':
      return new AppError('input-invalid', 'There is no such user. Choose one from the list.', {
        cause: error,
      });
    default:
      return error;
  }
}

export interface PersonListing {
  readonly slug: string;
  readonly name: string;
  readonly isDemo: boolean;
  readonly accounts: readonly { readonly login: string; readonly hostName: string }[];
}

/** People by name, those whose name, e-mail or linked login holds `search`, if given. At most `limit`. */
export async function loadPersonListing(
  sql: Sql,
  search: string | undefined,
  limit: number,
): Promise<{ readonly people: readonly PersonListing[]; readonly total: number }> {
  const rows = await sql.query<PersonListing & { total: number }>(
    `select
       person.slug,
       person.name,
       person.demo_host_id is not null as "isDemo",
       coalesce(linked.accounts, '[]'::jsonb) as accounts,
       count(*) over ()::integer as total
     from person
     left join lateral (
       select
         jsonb_agg(
           jsonb_build_object('login', account.login, 'hostName', v_host.name) order by account.login) as accounts,
         string_agg(account.login, ' ') as logins
       from account_link
       join account on account.account_id = account_link.account_id
       join v_host on v_host.host_id = account.host_id
       where account_link.person_id = person.person_id
         and account_link.unlinked_at is null) as linked on true
     where $1::text is null
        or concat_ws(' ', person.name, person.email, linked.logins) ilike '%' || $1::text || '%'
     order by lower(person.name), person.slug
     limit $2::integer`,
    [search === undefined ? undefined : escapeLike(search), limit],
  );
  return {
    people: rows.map(({ slug, name, isDemo, accounts }) => ({ slug, name, isDemo, accounts })),
    total: rows[0]?.total ?? 0,
  };
}

/** So that what a reader types is looked for as it stands. */
const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (character) => `\\${character}`);
