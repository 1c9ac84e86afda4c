import type { Unlinked } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';

/** Who a user is among the people, and whether work of theirs can be known. */
export interface ReaderPerson {
  readonly personId: number;
  readonly slug: string;
  readonly hasAccount: boolean;
}

/** The person of a user; undefined where nobody said who they are. */
export async function findReaderPerson(sql: Sql, userId: number): Promise<ReaderPerson | undefined> {
  const [row] = await sql.query<ReaderPerson>(
    `select
       v_person.person_id as "personId",
       v_person.slug,
       exists (
         select from v_account_person
         where v_account_person.person_id = v_person.person_id) as "hasAccount"
     from v_person
     where v_person.user_id = $1::bigint`,
    [userId],
  );
  return row;
}

/** What keeps a reader's work from being known, and whom to ask; undefined where nothing does. */
export async function findUnlinked(
  sql: Sql,
  person: ReaderPerson | undefined,
): Promise<Unlinked | undefined> {
  if (person?.hasAccount === true) return undefined;
  const administrators = await sql.query<{ name: string }>(
    `select name
     from v_user
     where role = 'administrator'
       and disabled_at is null
     order by lower(name)
     limit 5`,
  );
  return {
    cause: person === undefined ? 'no-person' : 'no-account',
    ...(person === undefined ? {} : { personSlug: person.slug }),
    ask: administrators.map(({ name }) => name),
  };
}
