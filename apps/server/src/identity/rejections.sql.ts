import type { Sql } from '../platform/sql/index.ts';
import type { SuggestedPerson } from './suggest-people.ts';
import { toRejectedPairs } from './to-rejected-pairs.ts';

/** Remembers that a suggestion is wrong, and answers what it takes to forget it again. */
export async function rejectSuggested(
  tx: Sql,
  suggested: SuggestedPerson,
  rejectedBy: number,
): Promise<number[]> {
  const pairs = toRejectedPairs(suggested);
  const rows = await tx.query<{ rejected_suggestion_id: number }>(
    `insert into rejected_suggestion (account_id, person_id, other_account_id, rejected_by)
     select given.account_id, given.person_id, given.other_account_id, $4::bigint
     from unnest($1::bigint[], $2::bigint[], $3::bigint[]) as given (account_id, person_id, other_account_id)
     on conflict (account_id, person_id, other_account_id) do update
     set rejected_by = excluded.rejected_by
     returning rejected_suggestion_id`,
    [
      pairs.map(({ accountId }) => accountId),
      pairs.map(({ personId }) => personId),
      pairs.map(({ otherAccountId }) => otherAccountId),
      rejectedBy,
    ],
  );
  return rows.map((row) => row.rejected_suggestion_id);
}

/** Forgets rejections: what they kept away is suggested again. */
export async function forgetRejections(tx: Sql, rejectionIds: readonly number[]): Promise<void> {
  await tx.query('delete from rejected_suggestion where rejected_suggestion_id = any($1::bigint[])', [
    rejectionIds,
  ]);
}
