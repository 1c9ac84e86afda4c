import type { Sql } from '../../platform/sql/index.ts';
import type { Story } from './story.ts';
import { type AccountClass, toWho, type Who } from './who.ts';

/** Who is behind the accounts that some pull requests name. */
export async function loadWho(sql: Sql, stories: readonly Story[]): Promise<Who> {
  const ids = [...new Set(stories.flatMap(listAccounts))];
  const classes = await sql.query<{ readonly accountId: number; readonly class: AccountClass }>(
    `select account_id as "accountId", class
     from v_account
     where account_id = any($1::bigint[])
       and class <> 'person'`,
    [ids],
  );
  const times = await sql.query<TimeColumns>(
    `select
       owner.account_id,
       owner.person_id,
       extract(epoch from owner.from_at)::float8 as from_s,
       extract(epoch from owner.until_at)::float8 as until_s,
       case when v_person.is_excluded then v_person.excluded_reason end as excluded_reason
     from v_account_person as owner
     left join v_person on v_person.person_id = owner.person_id
     where owner.account_id = any($1::bigint[])`,
    [ids],
  );
  return toWho(classes, times.map(toTime));
}

interface TimeColumns {
  readonly account_id: number;
  readonly person_id: number;
  readonly from_s: number;
  readonly until_s: number;
  readonly excluded_reason: string | null;
}

const toTime = (row: TimeColumns) => ({
  accountId: row.account_id,
  personId: row.person_id,
  from: row.from_s,
  until: row.until_s,
  excludedReason: row.excluded_reason ?? undefined,
});

const listAccounts = (story: Story): readonly number[] =>
  [
    story.authorId,
    story.mergedById,
    ...story.reviews.map(({ accountId }) => accountId),
    ...story.comments.map(({ accountId }) => accountId),
    ...story.events.map(({ accountId }) => accountId),
  ].filter((id) => id !== undefined);
