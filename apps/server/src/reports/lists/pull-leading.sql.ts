import type { AskedPulls } from './asked-pulls.ts';
import type { ResolvedFilter } from './resolve-filter.sql.ts';

// Looked up from the reviewer's side, like what somebody had to do with below. One's own comments are no review.
const reviewedSql = `(pull_request.repository_id, pull_request.number) in (
  select distinct review.repository_id, review.number
  from v_pull_request_review as review
  join v_pull_request as reviewed
    on reviewed.repository_id = review.repository_id
    and reviewed.number = review.number
    and reviewed.author_account_id is distinct from review.author_account_id
  where review.author_account_id = any($35::bigint[])
    and review.state <> 'pending'
    and ${toMeantSql('$9::jsonb', 'review.author_account_id', 'review.submitted_at')})`;

const requestedSql = `exists (
  select
  from v_pull_request_review_request as request
  where request.repository_id = pull_request.repository_id
    and request.number = pull_request.number
    and request.account_id = any($11::bigint[]))`;

// `offset 0`: looked up once from its own side, not once a pull request, which takes seconds where few of many match.
const assignedSql = `(pull_request.repository_id, pull_request.number) in (
  select assignee.repository_id, assignee.number
  from v_pull_request_assignee as assignee
  where assignee.account_id = any($36::bigint[])
  offset 0)`;

/**
 * Whether somebody wrote it, is assigned to it, reviewed it or commented on it. GitHub's `involves:` also holds whom a text
 * mentions; texts are not kept. Looked up from their side, each by its index: what they had to do with is little of all.
 */
const toInvolvedSql = (spansSql: string, accountsSql: string): string => `
  (pull_request.repository_id, pull_request.number) in (
    select written.repository_id, written.number
    from v_pull_request as written
    where written.author_account_id = any(${accountsSql})
      and ${toMeantSql(spansSql, 'written.author_account_id', 'written.created_at')}
    union
    select assignee.repository_id, assignee.number
    from v_pull_request_assignee as assignee
    where assignee.account_id = any(${accountsSql})
    union
    select review.repository_id, review.number
    from v_pull_request_review as review
    where review.author_account_id = any(${accountsSql})
      and review.state <> 'pending'
      and ${toMeantSql(spansSql, 'review.author_account_id', 'review.submitted_at')}
    union
    select comment.repository_id, comment.number
    from v_pull_request_comment as comment
    where comment.author_account_id = any(${accountsSql})
      and ${toMeantSql(spansSql, 'comment.author_account_id', 'comment.created_at')})`;

const involvedSql = toInvolvedSql('$39::jsonb', '$40::bigint[]');

const uninvolvedSql = `not ${toInvolvedSql('$41::jsonb', '$42::bigint[]')}`;

const labelledSql = `exists (
  select
  from v_pull_request_label as label
  where label.repository_id = pull_request.repository_id
    and label.number = pull_request.number
    and lower(label.name) = any($13::text[]))`;

const titledSql = `(pull_request.title ilike ($22::text[])[1] and pull_request.title ilike all ($22::text[]))`;

/** Conditions that an index leads to, with the parameters of `toMatchingValues`; one that is not asked for only names its own. */
export const listLeading = ({ filter, resolved }: AskedPulls): readonly string[] => [
  resolved.reviewer.is === undefined ? '$9::jsonb is null and $35::bigint[] is null' : reviewedSql,
  resolved.requested.is === undefined ? '$11::bigint[] is null' : requestedSql,
  resolved.assignee.is === undefined ? '$36::bigint[] is null' : assignedSql,
  resolved.involves.is === undefined ? '$39::jsonb is null and $40::bigint[] is null' : involvedSql,
  resolved.involves.isNot === undefined ? '$41::jsonb is null and $42::bigint[] is null' : uninvolvedSql,
  filter.label.is.length === 0 ? '$13::text[] is null' : labelledSql,
  filter.words.is.length === 0 ? '$22::text[] is null' : titledSql,
];

/**
 * Of what leads to single pull requests each is looked up by its key; `+ 0` keeps the list of repositories out of that, which
 * would be gone through once a row (measured at 500 repositories: 57,000 buffers instead of 1,200).
 */
export const toVisibleSql = ({ reviewer, requested, assignee, involves }: ResolvedFilter): string => {
  const isLed = [reviewer, requested, assignee, involves].some((who) => who.is !== undefined);
  return `pull_request.repository_id${isLed ? ' + 0' : ''} = any($1::bigint[])`;
};

// `offset 0` keeps it a condition: joined to spans of unknown number, too few rows are expected and all of them walked.
function toMeantSql(spansSql: string, accountSql: string, atSql: string): string {
  return `exists (
      select
      from jsonb_to_recordset(${spansSql}) as span (account_id bigint, from_at timestamptz, until_at timestamptz)
      where span.account_id = ${accountSql}
        and ${atSql} >= span.from_at
        and ${atSql} < span.until_at
      offset 0)`;
}
