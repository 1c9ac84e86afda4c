import type { BindSql } from '../../platform/sql/index.ts';
import type { AskedPulls } from './asked-pulls.ts';
import { toEvent } from './pull-sort.ts';
import type { ResolvedFilter, Span, Who } from './resolve-filter.sql.ts';

type ToCondition = (spans: readonly Span[], bindSql: BindSql) => string;

/**
 * Conditions on who wrote a `pull_request`, was asked for it, reviewed it or had to do with it. Who is asked for leads to the
 * rows by an index, from their side; who is left out is looked up row by row.
 */
export function listPeople(asked: AskedPulls, bindSql: BindSql): readonly string[] {
  const { author, team, reviewer, requested, assignee, involves } = asked.resolved;
  const list = ({ is, isNot }: Who, toIs: ToCondition, toIsNot: ToCondition): readonly string[] => [
    ...(is === undefined ? [] : [toIs(is, bindSql)]),
    ...(isNot === undefined ? [] : [`not ${toIsNot(isNot, bindSql)}`]),
  ];
  const toOfTeam: ToCondition = (spans) => toWritten(spans, bindSql, toTeamDays(asked, bindSql));
  return [
    ...list(author, (spans) => `${toBy(spans, bindSql)} and ${toWritten(spans, bindSql)}`, toWritten),
    ...list(team, (spans) => `${toBy(spans, bindSql)} and ${toOfTeam(spans, bindSql)}`, toOfTeam),
    ...list(reviewer, toReviewed, toReviewedRow),
    ...list(requested, toRequested, (spans) => toRequested(spans, bindSql, 'offset 0')),
    ...list(assignee, toAssigned, toAssignedRow),
    ...list(involves, toInvolved, toInvolved),
  ];
}

/** Whether people who are asked for lead to single pull requests, of whatever repository. */
export const isLedByPeople = ({ reviewer, requested, assignee, involves }: ResolvedFilter): boolean =>
  [reviewer, requested, assignee, involves].some((who) => who.is !== undefined);

// Said of the accounts alone too: they lead to their rows by an index, which spans of unknown number do not.
const toBy: ToCondition = (spans, bindSql) =>
  `pull_request.author_account_id = any(${toAccountsSql(spans, bindSql)})`;

const toWritten = (spans: readonly Span[], bindSql: BindSql, daysSql = ''): string =>
  toMeantSql(
    toSpansSql(spans, bindSql),
    'pull_request.author_account_id',
    `pull_request.created_at`,
    daysSql,
  );

/** Who was in a team on this day counts: that of what a period is about; without a period that of the end, or the opening. */
function toTeamDays({ filter, zone }: AskedPulls, bindSql: BindSql): string {
  const isOpening = filter.period !== undefined && toEvent(filter.states) === 'created';
  const atSql = isOpening
    ? 'pull_request.created_at'
    : 'coalesce(pull_request.closed_at, pull_request.created_at)';
  const daySql = `(${atSql} at time zone ${bindSql(zone, 'text')})::date`;
  return `and ${daySql} >= span.from_on and ${daySql} < span.until_on`;
}

// One's own comments are no review.
const toReviewed: ToCondition = (spans, bindSql) => `
  (pull_request.repository_id, pull_request.number) in (
    select distinct review.repository_id, review.number
    from v_pull_request_review as review
    join v_pull_request as reviewed
      on reviewed.repository_id = review.repository_id
      and reviewed.number = review.number
      and reviewed.author_account_id is distinct from review.author_account_id
    where review.author_account_id = any(${toAccountsSql(spans, bindSql)})
      and review.state <> 'pending'
      and ${toMeantSql(toSpansSql(spans, bindSql), 'review.author_account_id', 'review.submitted_at')})`;

const toReviewedRow: ToCondition = (spans, bindSql) => `
  exists (
    select
    from v_pull_request_review as review
    where review.repository_id = pull_request.repository_id
      and review.number = pull_request.number
      and review.state <> 'pending'
      and review.author_account_id is distinct from pull_request.author_account_id
      and ${toMeantSql(toSpansSql(spans, bindSql), 'review.author_account_id', 'review.submitted_at')}
    offset 0)`;

const toRequested = (spans: readonly Span[], bindSql: BindSql, offsetSql = ''): string => `
  exists (
    select
    from v_pull_request_review_request as request
    where request.repository_id = pull_request.repository_id
      and request.number = pull_request.number
      and request.account_id = any(${toAccountsSql(spans, bindSql)})
    ${offsetSql})`;

// `offset 0`: looked up once from its own side, not once a pull request, which takes seconds where few of many match.
const toAssigned: ToCondition = (spans, bindSql) => `
  (pull_request.repository_id, pull_request.number) in (
    select assignee.repository_id, assignee.number
    from v_pull_request_assignee as assignee
    where assignee.account_id = any(${toAccountsSql(spans, bindSql)})
    offset 0)`;

const toAssignedRow: ToCondition = (spans, bindSql) => `
  exists (
    select
    from v_pull_request_assignee as assignee
    where assignee.repository_id = pull_request.repository_id
      and assignee.number = pull_request.number
      and assignee.account_id = any(${toAccountsSql(spans, bindSql)})
    offset 0)`;

/**
 * Whether somebody wrote it, is assigned to it, reviewed it or commented on it. GitHub's `involves:` also holds whom a text
 * mentions; texts are not kept. Looked up from their side, each by its index: what they had to do with is little of all.
 */
function toInvolved(spans: readonly Span[], bindSql: BindSql): string {
  const accountsSql = toAccountsSql(spans, bindSql);
  const spansSql = toSpansSql(spans, bindSql);
  return `
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
}

/** Whether an account is meant at an instant. */
const toMeantSql = (spansSql: string, accountSql: string, atSql: string, daysSql = ''): string => `
  exists (
    select
    from jsonb_to_recordset(${spansSql}) as span (
      account_id bigint, from_at timestamptz, until_at timestamptz, from_on date, until_on date)
    where span.account_id = ${accountSql}
      and ${atSql} >= span.from_at
      and ${atSql} < span.until_at
      ${daysSql}
    offset 0)`;

const toAccountsSql: ToCondition = (spans, bindSql) =>
  bindSql([...new Set(spans.map((span) => span.account_id))], 'bigint[]');

const toSpansSql: ToCondition = (spans, bindSql) => bindSql(JSON.stringify(spans), 'jsonb');
