import { dropNulls, type Nullable, type Sql } from '../../platform/sql/index.ts';
import type { VisibleRepositories } from '../../visibility/index.ts';
import type { PullRequestKey } from './attention-facts.sql.ts';
import type { ReviewerPart } from './judge-for-reviewer.ts';

export type ReviewerPartRow = PullRequestKey & ReviewerPart;

/** What a person has to do with open pull requests of others: where their review is asked for, and where they gave one. */
export async function loadReviewerParts(
  sql: Sql,
  visible: VisibleRepositories,
  personId: number,
): Promise<readonly ReviewerPartRow[]> {
  const rows = await sql.query<Nullable<ReviewerPartRow>>(selectParts, [visible.ids, personId]);
  return rows.map((row) => dropNulls<ReviewerPartRow>(row));
}

// A request says itself since when only in the events; where those are not here it counts from when the pull request was
// ready for review.
const selectParts = `
  with mine as (
    select account_id, from_at, until_at
    from v_account_person
    where person_id = $2::bigint),
  asked as (
    select fact.repository_id, fact.number, coalesce(max(event.occurred_at), min(fact.ready_at)) as asked_at
    from mine
    join v_pull_request_review_request as request on request.account_id = mine.account_id
    join v_pull_request_fact as fact
      on fact.repository_id = request.repository_id
      and fact.number = request.number
      and fact.merged_at is null
      and fact.closed_at is null
    left join v_pull_request_event as event
      on event.repository_id = request.repository_id
      and event.number = request.number
      and event.kind = 'review-requested'
      and event.subject = 'account:' || mine.account_id
    where request.repository_id = any($1::bigint[])
      and mine.until_at > app_now()
    group by fact.repository_id, fact.number),
  reviewed as (
    select
      took_part.repository_id,
      took_part.number,
      max(took_part.last_action_at) as acted_at,
      bool_or(took_part.first_approval_at is not null) as has_approved
    from mine
    join v_participant_fact as took_part
      on took_part.account_id = mine.account_id
      and took_part.reviews > 0
      and took_part.last_action_at >= mine.from_at
      and took_part.last_action_at < mine.until_at
    join v_pull_request_fact as fact
      on fact.repository_id = took_part.repository_id
      and fact.number = took_part.number
      and fact.merged_at is null
      and fact.closed_at is null
    where took_part.repository_id = any($1::bigint[])
    group by took_part.repository_id, took_part.number)
  select
    coalesce(asked.repository_id, reviewed.repository_id) as "repositoryId",
    coalesce(asked.number, reviewed.number) as number,
    asked.asked_at as "askedAt",
    reviewed.acted_at as "actedAt",
    coalesce(reviewed.has_approved, false) as "hasApproved"
  from asked
  full join reviewed
    on reviewed.repository_id = asked.repository_id
    and reviewed.number = asked.number`;
