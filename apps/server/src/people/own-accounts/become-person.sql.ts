import type { Viewer } from '../../access/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { updatePerson } from '../person-change.sql.ts';
import { findPersonBySlug, insertPersons, type PersonRecord } from '../persons.sql.ts';

/**
 * The person a user becomes by what they proved: the one who has these accounts and nothing else, and is no user's; else
 * a new one under the user's name. One who has other accounts too is not taken: those are not proven.
 */
export async function tieByOwnAccount(
  tx: Sql,
  { userId, name, email }: Pick<Viewer, 'userId' | 'name' | 'email'>,
): Promise<{ readonly person: PersonRecord; readonly isNew: boolean }> {
  if (!(await hasOwnAccount(tx, userId))) throw nothingProven();
  const slug = await findSoleHolder(tx, userId);
  const held = slug === undefined ? undefined : await findPersonBySlug(tx, slug);
  const [person] =
    held === undefined ? await insertPersons(tx, [{ name, email, createdBy: userId }]) : [held];
  if (person === undefined) throw new Error('An insert of a person returned no row.');
  await updatePerson(tx, person.personId, { userId });
  return { person, isNew: held === undefined };
}

const hasOwnAccount = async (tx: Sql, userId: number): Promise<boolean> =>
  (await tx.query('select from v_own_account where user_id = $1::bigint limit 1', [userId])).length > 0;

async function findSoleHolder(tx: Sql, userId: number): Promise<string | undefined> {
  const [row] = await tx.query<{ slug: string }>(
    `select person.slug
     from person
     join account_link on account_link.person_id = person.person_id
     join account on account.account_id = account_link.account_id
     left join v_own_account
       on v_own_account.host_id = account.host_id
       and v_own_account.github_id = account.github_id
       and v_own_account.user_id = $1::bigint
     where person.user_id is null
       and person.merged_into_person_id is null
       and person.demo_host_id is null
       and person.hidden_at is null
       and account_link.unlinked_at is null
     group by person.person_id
     having bool_and(v_own_account.user_id is not null)
     order by person.person_id
     limit 1`,
    [userId],
  );
  return row?.slug;
}

const nothingProven = (): AppError =>
  new AppError(
    'conflict',
    'No GitHub account of yours is connected, so nobody can tell who you are. Connect it first, or ask an administrator to tie you to your person.',
  );
