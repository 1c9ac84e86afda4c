import { AppError } from '../platform/errors/index.ts';
import { findViolatedConstraint, type Sql } from '../platform/sql/index.ts';

export interface PersonChange {
  readonly name?: string | undefined;
  readonly email?: string | null | undefined;
  readonly zone?: string | null | undefined;
  readonly userId?: number | null | undefined;
  readonly joinedOn?: string | null | undefined;
  /** Their last day. */
  readonly leftOn?: string | null | undefined;
  readonly excludedReason?: string | null | undefined;
  readonly isHidden?: boolean | undefined;
}

/** Changes what is given and leaves the rest. Throws `user-tied-elsewhere` when the user is somebody else already. */
export async function updatePerson(sql: Sql, personId: number, change: PersonChange): Promise<void> {
  try {
    await sql.query(updateText, [
      personId,
      change.name,
      change.email !== undefined,
      change.email,
      change.zone !== undefined,
      change.zone,
      change.userId !== undefined,
      change.userId,
      change.joinedOn !== undefined,
      change.joinedOn,
      change.leftOn !== undefined,
      change.leftOn,
      change.excludedReason !== undefined,
      change.excludedReason,
      change.isHidden,
    ]);
  } catch (error) {
    throw toTieError(error);
  }
}

// left_at is the end of the last day where the person is, or else where the workspace is; it follows both.
const updateText = `
  update person
  set name = next.name,
      email = next.email,
      zone = next.zone,
      user_id = next.user_id,
      joined_on = next.joined_on,
      left_on = next.left_on,
      left_at = (next.left_on + 1)::timestamp at time zone coalesce(next.zone, v_workspace.zone),
      excluded_reason = next.excluded_reason,
      excluded_at = case when next.excluded_reason is not null then coalesce(person.excluded_at, app_now()) end,
      hidden_at = case when next.is_hidden then coalesce(person.hidden_at, app_now()) end,
      updated_at = app_now()
  from (
    select
      coalesce($2::text, name) as name,
      case when $3::boolean then $4::text else email end as email,
      case when $5::boolean then $6::text else zone end as zone,
      case when $7::boolean then $8::bigint else user_id end as user_id,
      case when $9::boolean then $10::date else joined_on end as joined_on,
      case when $11::boolean then $12::date else left_on end as left_on,
      case when $13::boolean then $14::text else excluded_reason end as excluded_reason,
      coalesce($15::boolean, hidden_at is not null) as is_hidden
    from person
    where person_id = $1::bigint) as next, v_workspace
  where person.person_id = $1::bigint`;

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

/** A person's further addresses, in order. */
export async function loadFurtherEmails(sql: Sql, personId: number): Promise<string[]> {
  const rows = await sql.query<{ email: string }>(
    'select email from person_email where person_id = $1::bigint order by email',
    [personId],
  );
  return rows.map(({ email }) => email);
}

/** Gives a person exactly these further addresses; those that are there stay. */
export async function replaceFurtherEmails(
  tx: Sql,
  personId: number,
  emails: readonly string[],
): Promise<void> {
  await tx.query(
    `delete from person_email
     where person_id = $1::bigint
       and email <> all($2::text[])`,
    [personId, emails],
  );
  await tx.query(
    `insert into person_email (person_id, email)
     select $1::bigint, given.email
     from unnest($2::text[]) as given (email)
     on conflict (person_id, email) do nothing`,
    [personId, emails],
  );
}
