import type { Sql } from '../../platform/sql/index.ts';
import type { AgreementKind } from './agreements.data.ts';
import type { PullRequestKey } from './attention-facts.sql.ts';

export interface Snooze extends PullRequestKey {
  readonly agreement: AgreementKind;
  readonly untilAt: Date;
  /** The last thing that had happened on it when it was put off. */
  readonly seenAt: Date;
}

/** What a user has put off and is not due yet. */
export const loadSnoozes = (sql: Sql, userId: number): Promise<readonly Snooze[]> =>
  sql.query<Snooze>(
    `select
       repository_id as "repositoryId",
       number,
       agreement,
       until_at as "untilAt",
       seen_at as "seenAt"
     from snooze
     where user_id = $1::bigint
       and until_at > app_now()`,
    [userId],
  );

/** Puts something off, and forgets what is due. */
export async function saveSnooze(tx: Sql, userId: number, snooze: Snooze): Promise<void> {
  await tx.query('delete from snooze where user_id = $1::bigint and until_at <= app_now()', [userId]);
  await tx.query(
    `insert into snooze (user_id, repository_id, number, agreement, until_at, seen_at)
     values ($1::bigint, $2::bigint, $3::integer, $4::text, $5::timestamptz, $6::timestamptz)
     on conflict (user_id, repository_id, number, agreement) do update
     set until_at = excluded.until_at,
         seen_at = excluded.seen_at`,
    [userId, snooze.repositoryId, snooze.number, snooze.agreement, snooze.untilAt, snooze.seenAt],
  );
}

export async function deleteSnooze(
  sql: Sql,
  userId: number,
  given: PullRequestKey & { readonly agreement: string },
): Promise<void> {
  await sql.query(
    `delete from snooze
     where user_id = $1::bigint
       and repository_id = $2::bigint
       and number = $3::integer
       and agreement = $4::text`,
    [userId, given.repositoryId, given.number, given.agreement],
  );
}
