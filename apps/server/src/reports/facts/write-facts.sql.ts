import { type Sql, toJsonb } from '../../platform/sql/index.ts';
import type { FactKey } from './load-stories.sql.ts';
import type { PullRequestFact } from './to-fact.ts';

/**
 * Writes facts of the pull requests `keys`; those without one are gone, and so is what was derived of them. Rows are taken
 * in order, so that two who write the same wait for each other and neither fails.
 */
export async function writeFacts(
  sql: Sql,
  keys: readonly FactKey[],
  facts: readonly PullRequestFact[],
): Promise<void> {
  const here = new Set(facts.map(toKeyText));
  const gone = keys.filter((key) => !here.has(toKeyText(key)));
  if (gone.length > 0) {
    await sql.query(deleteGoneParticipants, toColumns(gone));
    await sql.query(deleteGone, toColumns(gone));
  }
  if (facts.length > 0) {
    const sorted = facts.toSorted(
      (left, right) => left.repositoryId - right.repositoryId || left.number - right.number,
    );
    await sql.query(upsertFacts, [toJsonb(sorted.map(toRow))]);
    await writeParticipants(sql, sorted);
  }
}

/** One pull request, as a text to compare. */
export const toKeyText = ({ repositoryId, number }: FactKey): string => `${repositoryId}#${number}`;

const toColumns = (keys: readonly FactKey[]) => [
  keys.map(({ repositoryId }) => repositoryId),
  keys.map(({ number }) => number),
];

async function writeParticipants(sql: Sql, facts: readonly PullRequestFact[]): Promise<void> {
  const rows = facts.flatMap(({ repositoryId, number, participants }) =>
    participants.map((one) => ({ ...one, repositoryId, number })),
  );
  await sql.query(deleteParticipants, [
    ...toColumns(facts),
    rows.map(({ repositoryId }) => repositoryId),
    rows.map(({ number }) => number),
    rows.map(({ accountId }) => accountId),
  ]);
  await sql.query(upsertParticipants, [toJsonb(rows)]);
}

const toRow = ({
  participants: _participants,
  stages,
  firstResponse,
  answers,
  reactions,
  exclusion,
  ...fact
}: PullRequestFact) => ({
  ...fact,
  ...stages,
  isMoved: stages?.isMoved ?? false,
  firstResponseAt: firstResponse?.at,
  firstResponseAccountId: firstResponse?.accountId,
  answers: answers.count,
  answersS: answers.seconds,
  reactions: reactions.count,
  reactionsS: reactions.seconds,
  exclusionKind: exclusion?.kind,
  exclusionReason: exclusion?.reason,
});

const deleteGone = `
  delete from pull_request_fact as held
  using unnest($1::bigint[], $2::integer[]) as gone (repository_id, number)
  where held.repository_id = gone.repository_id
    and held.number = gone.number`;

const deleteGoneParticipants = `
  delete from participant_fact as held
  using unnest($1::bigint[], $2::integer[]) as gone (repository_id, number)
  where held.repository_id = gone.repository_id
    and held.number = gone.number`;

// A fact that is as it was is not written again; the row is locked all the same.
const upsertFacts = `
  insert into pull_request_fact as held (
    repository_id, number, author_account_id, author_class, opened_at, ready_at, merged_at, closed_at,
    first_commit_at, first_requested_at, first_response_at, first_response_account_id, first_approval_at,
    last_approval_at, last_commit_at, coding_s, pickup_s, review_s, merge_s, is_moved, review_rounds, commits,
    follow_on_commits, words_by_others, words_before_end, longest_before_end, review_comments,
    changes_requested_at, last_author_action_at, last_reviewer_action_at, answers, answers_s, reactions,
    reactions_s, open_requests, collaboration, lines, changed_files, labels, exclusion_kind, exclusion_reason)
  select
    given."repositoryId", given.number, given."authorId", given."authorClass", to_timestamp(given."openedAt"),
    to_timestamp(given."readyAt"), to_timestamp(given."mergedAt"), to_timestamp(given."closedAt"),
    to_timestamp(given."firstCommitAt"), to_timestamp(given."firstRequestedAt"),
    to_timestamp(given."firstResponseAt"), given."firstResponseAccountId", to_timestamp(given."firstApprovalAt"),
    to_timestamp(given."lastApprovalAt"), to_timestamp(given."lastCommitAt"), given."codingS", given."pickupS",
    given."reviewS", given."mergeS", given."isMoved", given.rounds, given.commits, given."followOnCommits",
    given.words, given."wordsBeforeEnd", given."longestBeforeEnd", given."reviewComments",
    to_timestamp(given."changesRequestedAt"), to_timestamp(given."lastAuthorActionAt"),
    to_timestamp(given."lastReviewerActionAt"), given.answers, given."answersS", given.reactions,
    given."reactionsS", given."openRequests", given.collaboration, given.lines, given."changedFiles",
    array(select jsonb_array_elements_text(given.labels)), given."exclusionKind", given."exclusionReason"
  from jsonb_to_recordset($1::jsonb) as given (
    "repositoryId" bigint, number integer, "authorId" bigint, "authorClass" text, "openedAt" float8,
    "readyAt" float8, "mergedAt" float8, "closedAt" float8, "firstCommitAt" float8, "firstRequestedAt" float8,
    "firstResponseAt" float8, "firstResponseAccountId" bigint, "firstApprovalAt" float8,
    "lastApprovalAt" float8, "lastCommitAt" float8, "codingS" float8, "pickupS" float8, "reviewS" float8,
    "mergeS" float8, "isMoved" boolean, rounds integer, commits integer, "followOnCommits" integer,
    words integer, "wordsBeforeEnd" integer, "longestBeforeEnd" integer, "reviewComments" integer,
    "changesRequestedAt" float8, "lastAuthorActionAt" float8, "lastReviewerActionAt" float8, answers integer,
    "answersS" float8, reactions integer, "reactionsS" float8, "openRequests" integer, collaboration text,
    lines integer, "changedFiles" integer, labels jsonb, "exclusionKind" text, "exclusionReason" text)
  on conflict (repository_id, number) do update
  set author_account_id = excluded.author_account_id,
      author_class = excluded.author_class,
      opened_at = excluded.opened_at,
      ready_at = excluded.ready_at,
      merged_at = excluded.merged_at,
      closed_at = excluded.closed_at,
      first_commit_at = excluded.first_commit_at,
      first_requested_at = excluded.first_requested_at,
      first_response_at = excluded.first_response_at,
      first_response_account_id = excluded.first_response_account_id,
      first_approval_at = excluded.first_approval_at,
      last_approval_at = excluded.last_approval_at,
      last_commit_at = excluded.last_commit_at,
      coding_s = excluded.coding_s,
      pickup_s = excluded.pickup_s,
      review_s = excluded.review_s,
      merge_s = excluded.merge_s,
      is_moved = excluded.is_moved,
      review_rounds = excluded.review_rounds,
      commits = excluded.commits,
      follow_on_commits = excluded.follow_on_commits,
      words_by_others = excluded.words_by_others,
      words_before_end = excluded.words_before_end,
      longest_before_end = excluded.longest_before_end,
      review_comments = excluded.review_comments,
      changes_requested_at = excluded.changes_requested_at,
      last_author_action_at = excluded.last_author_action_at,
      last_reviewer_action_at = excluded.last_reviewer_action_at,
      answers = excluded.answers,
      answers_s = excluded.answers_s,
      reactions = excluded.reactions,
      reactions_s = excluded.reactions_s,
      open_requests = excluded.open_requests,
      collaboration = excluded.collaboration,
      lines = excluded.lines,
      changed_files = excluded.changed_files,
      labels = excluded.labels,
      exclusion_kind = excluded.exclusion_kind,
      exclusion_reason = excluded.exclusion_reason
  where held is distinct from excluded`;

const deleteParticipants = `
  delete from participant_fact as held
  using unnest($1::bigint[], $2::integer[]) as written (repository_id, number)
  where held.repository_id = written.repository_id
    and held.number = written.number
    and not exists (
      select
      from unnest($3::bigint[], $4::integer[], $5::bigint[]) as kept (repository_id, number, account_id)
      where kept.repository_id = held.repository_id
        and kept.number = held.number
        and kept.account_id = held.account_id)`;

const upsertParticipants = `
  insert into participant_fact as held (
    repository_id, number, account_id, is_robot, first_action_at, last_action_at, first_approval_at, reviews,
    approvals, comments, unblocked_at)
  select
    given."repositoryId", given.number, given."accountId", given."isRobot", to_timestamp(given."firstActionAt"),
    to_timestamp(given."lastActionAt"), to_timestamp(given."firstApprovalAt"), given.reviews, given.approvals,
    given.comments, to_timestamp(given."unblockedAt")
  from jsonb_to_recordset($1::jsonb) as given (
    "repositoryId" bigint, number integer, "accountId" bigint, "isRobot" boolean, "firstActionAt" float8,
    "lastActionAt" float8, "firstApprovalAt" float8, reviews integer, approvals integer, comments integer,
    "unblockedAt" float8)
  on conflict (repository_id, number, account_id) do update
  set is_robot = excluded.is_robot,
      first_action_at = excluded.first_action_at,
      last_action_at = excluded.last_action_at,
      first_approval_at = excluded.first_approval_at,
      reviews = excluded.reviews,
      approvals = excluded.approvals,
      comments = excluded.comments,
      unblocked_at = excluded.unblocked_at
  where held is distinct from excluded`;
