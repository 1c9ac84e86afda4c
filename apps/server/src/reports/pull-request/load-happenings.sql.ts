import type { AccountRef } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import { type ActorColumns, toAccountRef } from '../account-ref.ts';
import type { PullKey } from './find-pull-request.sql.ts';
import type { GivenReview } from './to-reviewers.ts';
import type { Happening } from './to-timeline.ts';

interface Columns extends ActorColumns {
  readonly kind: Happening['kind'];
  readonly at: Date;
  readonly has_actor: boolean;
  readonly comments: number | null;
  readonly threads: number | null;
  readonly oid: string | null;
  readonly asked_login: string | null;
  readonly asked_kind: ActorColumns['actor_kind'];
  readonly asked_slug: string | null;
  readonly asked_name: string | null;
  readonly asked_key: string | null;
}

/** Events that pages tell; labels, assignees and bases are not among them. */
const toldKinds = [
  'ready-for-review',
  'converted-to-draft',
  'review-requested',
  'review-request-removed',
  'head-force-pushed',
  'closed',
  'reopened',
  'merged',
];

/** What happened to one pull request after it was opened: commits, reviews, comments and events, in no order. */
export async function loadHappenings(
  sql: Sql,
  { repositoryId, number }: PullKey,
): Promise<readonly Happening[]> {
  const rows = await sql.query<Columns>(happeningsText, [repositoryId, number, toldKinds]);
  return rows.map((row) => ({
    kind: row.kind,
    at: row.at,
    actor: row.has_actor ? toAccountRef(row) : undefined,
    asked: toAsked(row),
    comments: row.comments ?? undefined,
    threads: row.threads ?? undefined,
    oid: row.oid ?? undefined,
  }));
}

function toAsked(row: Columns): Happening['asked'] {
  if (row.kind !== 'review-requested' && row.kind !== 'review-request-removed') return undefined;
  if (row.asked_login === null)
    return { team: row.asked_key?.startsWith('team:') === true ? 'a team' : 'somebody' };
  return toAccountRef({
    actor_login: row.asked_login,
    actor_kind: row.asked_kind,
    actor_slug: row.asked_slug,
    actor_name: row.asked_name,
  });
}

const happeningsText = `
  with happening as (
    select
      'committed' as kind,
      v_git_commit.committed_at as at,
      v_git_commit.author_account_id as account_id,
      v_git_commit.author_account_id is not null as has_actor,
      null::integer as comments,
      null::integer as threads,
      v_git_commit.oid,
      null::text as subject
    from v_pull_request_commit
    join v_git_commit
      on v_git_commit.repository_id = v_pull_request_commit.repository_id
      and v_git_commit.oid = v_pull_request_commit.oid
    where v_pull_request_commit.repository_id = $1::bigint
      and v_pull_request_commit.number = $2::integer
    union all
    select
      case review.state when 'commented' then 'commented' else review.state end,
      review.submitted_at,
      review.author_account_id,
      true,
      written.comments + case when review.body_length > 0 then 1 else 0 end,
      written.threads,
      null,
      null
    from v_pull_request_review as review
    left join lateral (
      select count(*)::integer as comments, count(distinct thread_node_id)::integer as threads
      from v_pull_request_comment as comment
      where comment.repository_id = review.repository_id
        and comment.number = review.number
        and comment.review_github_id = review.github_id) as written on true
    where review.repository_id = $1::bigint
      and review.number = $2::integer
      and review.state <> 'pending'
      and review.submitted_at is not null
    union all
    select 'commented', comment.created_at, comment.author_account_id, true, 1, null, null, null
    from v_pull_request_comment as comment
    where comment.repository_id = $1::bigint
      and comment.number = $2::integer
      and comment.review_github_id is null
    union all
    select event.kind, event.occurred_at, event.actor_account_id, true, null, null, null, event.subject
    from v_pull_request_event as event
    where event.repository_id = $1::bigint
      and event.number = $2::integer
      and event.kind = any($3::text[]))
  select
    happening.kind,
    happening.at,
    happening.has_actor,
    happening.comments,
    happening.threads,
    happening.oid,
    v_account.login as actor_login,
    v_account.kind as actor_kind,
    v_account.class as actor_class,
    v_account_person.slug as actor_slug,
    v_account_person.name as actor_name,
    asked.login as asked_login,
    asked.kind as asked_kind,
    asked_person.slug as asked_slug,
    asked_person.name as asked_name,
    happening.subject as asked_key
  from happening
  left join v_account on v_account.account_id = happening.account_id
  left join v_account_person
    on v_account_person.account_id = happening.account_id
    and happening.at >= v_account_person.from_at
    and happening.at < v_account_person.until_at
  left join v_account as asked
    on asked.account_id = case when happening.subject like 'account:%' then substring(happening.subject from 9)::bigint end
  left join v_account_person as asked_person
    on asked_person.account_id = asked.account_id
    and happening.at >= asked_person.from_at
    and happening.at < asked_person.until_at`;

/** Reviews of others on one pull request, and those whose review is asked for now. */
export async function loadReviewing(
  sql: Sql,
  { repositoryId, number }: PullKey,
): Promise<{ readonly reviews: readonly GivenReview[]; readonly asked: readonly AccountRef[] }> {
  const rows = await sql.query<ActorColumns & { answer: GivenReview['answer'] | null; at: Date | null }>(
    `with answer as (
       select review.author_account_id as account_id, review.state as answer, review.submitted_at as at
       from v_pull_request_review as review
       left join v_pull_request
         on v_pull_request.repository_id = review.repository_id
         and v_pull_request.number = review.number
       where review.repository_id = $1::bigint
         and review.number = $2::integer
         and review.state <> 'pending'
         and review.submitted_at is not null
         and review.author_account_id is distinct from v_pull_request.author_account_id
       union all
       select request.account_id, null, null
       from v_pull_request_review_request as request
       where request.repository_id = $1::bigint
         and request.number = $2::integer
         and request.account_id is not null)
     select
       answer.answer,
       answer.at,
       v_account.login as actor_login,
       v_account.kind as actor_kind,
       v_account.class as actor_class,
       v_account_person.slug as actor_slug,
       v_account_person.name as actor_name
     from answer
     left join v_account on v_account.account_id = answer.account_id
     left join v_account_person
       on v_account_person.account_id = answer.account_id
       and coalesce(answer.at, app_now()) >= v_account_person.from_at
       and coalesce(answer.at, app_now()) < v_account_person.until_at`,
    [repositoryId, number],
  );
  return {
    reviews: rows.flatMap((row) =>
      row.answer === null || row.at === null
        ? []
        : [{ account: toAccountRef(row), answer: row.answer, at: row.at }],
    ),
    asked: rows.filter(({ answer }) => answer === null).map(toAccountRef),
  };
}
