import type { Sql } from '../../platform/sql/index.ts';
import type { Story, StoryComment, StoryCommit, StoryEvent, StoryReview } from './story.ts';

/** Which pull request a fact is about. */
export interface FactKey {
  readonly repositoryId: number;
  readonly number: number;
}

/** A row of one of the lists below a pull request; `place` is where its key stands among those asked for. */
interface Placed {
  readonly place: number;
}

interface PullColumns extends Placed {
  readonly full_name: string;
  readonly title: string;
  readonly author_id: number | null;
  readonly opened_at: number;
  readonly merged_at: number | null;
  readonly closed_at: number | null;
  readonly merged_by_id: number | null;
  readonly base_ref: string;
  readonly head_ref: string;
  readonly lines: number | null;
  readonly changed_files: number | null;
  readonly known_first_commit_at: number | null;
  readonly excluded_reason: string | null;
  readonly labels: string[];
}

interface ReviewColumns extends Placed {
  readonly github_id: number;
  readonly account_id: number | null;
  readonly state: StoryReview['state'];
  readonly at: number;
  readonly length: number;
}

interface CommentColumns extends Placed {
  readonly kind: StoryComment['kind'];
  readonly account_id: number | null;
  readonly at: number;
  readonly length: number;
  readonly review_github_id: number | null;
}

interface CommitColumns extends Placed {
  readonly authored_at: number;
  readonly committed_at: number;
}

interface EventColumns extends Placed {
  readonly kind: string;
  readonly at: number;
  readonly account_id: number | null;
  readonly subject: string;
}

interface RequestColumns extends Placed {
  readonly account_id: number | null;
}

/** Everything that is known of some pull requests; one that is gone has no story. */
export async function loadStories(sql: Sql, keys: readonly FactKey[]): Promise<readonly Story[]> {
  const asked = [keys.map(({ repositoryId }) => repositoryId), keys.map(({ number }) => number)];
  const pulls = await sql.query<PullColumns>(selectPulls, asked);
  const reviews = group(await sql.query<ReviewColumns>(selectReviews, asked), toReview);
  const comments = group(await sql.query<CommentColumns>(selectComments, asked), toComment);
  const commits = group(await sql.query<CommitColumns>(selectCommits, asked), toCommit);
  const events = group(await sql.query<EventColumns>(selectEvents, asked), toEvent);
  const requests = group(
    await sql.query<RequestColumns>(selectRequests, asked),
    (row) => row.account_id ?? undefined,
  );
  return pulls.flatMap((row) => {
    const key = keys[row.place - 1];
    if (key === undefined) return [];
    const of = <Item>(lists: ReadonlyMap<number, readonly Item[]>): readonly Item[] =>
      lists.get(row.place) ?? [];
    return {
      ...key,
      ...toPull(row),
      reviews: of(reviews),
      comments: of(comments),
      commits: of(commits),
      events: of(events),
      requests: of(requests),
    };
  });
}

function group<Row extends Placed, Item>(
  rows: readonly Row[],
  toItem: (row: Row) => Item,
): ReadonlyMap<number, readonly Item[]> {
  const lists = new Map<number, Item[]>();
  for (const row of rows) {
    const list = lists.get(row.place);
    if (list === undefined) lists.set(row.place, [toItem(row)]);
    else list.push(toItem(row));
  }
  return lists;
}

const toPull = (row: PullColumns) => ({
  fullName: row.full_name,
  title: row.title,
  authorId: row.author_id ?? undefined,
  openedAt: row.opened_at,
  mergedAt: row.merged_at ?? undefined,
  closedAt: row.closed_at ?? undefined,
  mergedById: row.merged_by_id ?? undefined,
  baseRef: row.base_ref,
  headRef: row.head_ref,
  lines: row.lines ?? undefined,
  changedFiles: row.changed_files ?? undefined,
  knownFirstCommitAt: row.known_first_commit_at ?? undefined,
  excludedReason: row.excluded_reason ?? undefined,
  labels: row.labels,
});

const toReview = (row: ReviewColumns): StoryReview => ({
  githubId: row.github_id,
  accountId: row.account_id ?? undefined,
  state: row.state,
  at: row.at,
  length: row.length,
});

const toComment = (row: CommentColumns): StoryComment => ({
  kind: row.kind,
  accountId: row.account_id ?? undefined,
  at: row.at,
  length: row.length,
  reviewGithubId: row.review_github_id ?? undefined,
});

const toCommit = (row: CommitColumns): StoryCommit => ({
  authoredAt: row.authored_at,
  committedAt: row.committed_at,
});

const toEvent = (row: EventColumns): StoryEvent => ({
  kind: row.kind,
  at: row.at,
  accountId: row.account_id ?? undefined,
  subject: row.subject,
});

// Each list is looked up a pull request at a time, by its index: `offset 0` keeps PostgreSQL, which does not know how many
// are asked for, from reading whole tables instead (measured: 22 ms instead of 2 for the events of 500 among 100,000).

const askedSql =
  'unnest($1::bigint[], $2::integer[]) with ordinality as asked (repository_id, number, place)';

const selectPulls = `
  select
    asked.place::integer as place,
    v_repository.owner_login || '/' || v_repository.name as full_name,
    pull_request.title,
    pull_request.author_account_id as author_id,
    extract(epoch from pull_request.created_at)::float8 as opened_at,
    extract(epoch from pull_request.merged_at)::float8 as merged_at,
    extract(epoch from pull_request.closed_at)::float8 as closed_at,
    pull_request.merged_by_account_id as merged_by_id,
    pull_request.base_ref,
    pull_request.head_ref,
    pull_request.additions + pull_request.deletions as lines,
    pull_request.changed_files,
    extract(epoch from known.first_commit_at)::float8 as known_first_commit_at,
    by_hand.reason as excluded_reason,
    coalesce(labels.names, '{}') as labels
  from ${askedSql}
  cross join lateral (
    select *
    from v_pull_request
    where v_pull_request.repository_id = asked.repository_id
      and v_pull_request.number = asked.number
    offset 0) as pull_request
  join v_repository on v_repository.repository_id = asked.repository_id
  left join lateral (
    select first_commit_at
    from pull_request_fact
    where pull_request_fact.repository_id = asked.repository_id
      and pull_request_fact.number = asked.number
    offset 0) as known on true
  left join lateral (
    select reason
    from pull_request_exclusion
    where pull_request_exclusion.repository_id = asked.repository_id
      and pull_request_exclusion.number = asked.number
    offset 0) as by_hand on true
  left join lateral (
    select array_agg(label.name order by label.name) as names
    from v_pull_request_label as label
    where label.repository_id = asked.repository_id
      and label.number = asked.number) as labels on true`;

const selectReviews = `
  select
    asked.place::integer as place,
    review.github_id,
    review.author_account_id as account_id,
    review.state,
    extract(epoch from review.submitted_at)::float8 as at,
    review.body_length as length
  from ${askedSql}
  cross join lateral (
    select *
    from v_pull_request_review
    where v_pull_request_review.repository_id = asked.repository_id
      and v_pull_request_review.number = asked.number
      and v_pull_request_review.submitted_at is not null
      and v_pull_request_review.state <> 'pending'
    offset 0) as review`;

const selectComments = `
  select
    asked.place::integer as place,
    comment.kind,
    comment.author_account_id as account_id,
    extract(epoch from comment.created_at)::float8 as at,
    comment.body_length as length,
    comment.review_github_id
  from ${askedSql}
  cross join lateral (
    select *
    from v_pull_request_comment
    where v_pull_request_comment.repository_id = asked.repository_id
      and v_pull_request_comment.number = asked.number
    offset 0) as comment`;

const selectCommits = `
  select
    asked.place::integer as place,
    extract(epoch from known.authored_at)::float8 as authored_at,
    extract(epoch from known.committed_at)::float8 as committed_at
  from ${askedSql}
  cross join lateral (
    select oid
    from v_pull_request_commit
    where v_pull_request_commit.repository_id = asked.repository_id
      and v_pull_request_commit.number = asked.number
    offset 0) as linked
  cross join lateral (
    select authored_at, committed_at
    from v_git_commit
    where v_git_commit.repository_id = asked.repository_id
      and v_git_commit.oid = linked.oid
    offset 0) as known`;

const selectEvents = `
  select
    asked.place::integer as place,
    event.kind,
    extract(epoch from event.occurred_at)::float8 as at,
    event.actor_account_id as account_id,
    event.subject
  from ${askedSql}
  cross join lateral (
    select *
    from v_pull_request_event
    where v_pull_request_event.repository_id = asked.repository_id
      and v_pull_request_event.number = asked.number
      and v_pull_request_event.kind in ('ready-for-review', 'review-requested', 'head-force-pushed', 'reopened')
    offset 0) as event`;

const selectRequests = `
  select
    asked.place::integer as place,
    request.account_id
  from ${askedSql}
  cross join lateral (
    select account_id
    from v_pull_request_review_request
    where v_pull_request_review_request.repository_id = asked.repository_id
      and v_pull_request_review_request.number = asked.number
    offset 0) as request
  cross join lateral (
    select
    from v_pull_request
    where v_pull_request.repository_id = asked.repository_id
      and v_pull_request.number = asked.number
      and v_pull_request.state = 'open'
    offset 0) as open`;
