import type { ReviewRow } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import type { VisibleRepositories } from '../../visibility/index.ts';
import { type RowColumns, toNamedRow } from '../row-columns.ts';
import { writeCursor } from '../row-cursor.ts';
import type { ReviewFilter } from './review-filter.ts';

interface ReviewColumns extends RowColumns {
  readonly github_id: number;
  readonly state: ReviewRow['state'];
  readonly submitted_at: Date;
}

const filtered = `
  select v_review_given.*, count(*) over ()::integer as total
  from v_review_given
  join v_repository on v_repository.repository_id = v_review_given.repository_id
  where v_review_given.repository_id = any($1::bigint[])
    and ($2::bigint is null or v_review_given.person_id = $2::bigint)
    and ($11::bigint is null or v_review_given.person_id = any(array(
      select distinct member.person_id
      from v_team_contributor as member
      where member.team_id = $11::bigint)))
    and ($11::bigint is null or exists (
      select
      from v_team_contributor as member
      where member.team_id = $11::bigint
        and member.person_id = v_review_given.person_id
        and member.from_on <= (v_review_given.submitted_at at time zone $6::text)::date
        and member.until_on > (v_review_given.submitted_at at time zone $6::text)::date))
    and ($3::text is null or lower(v_repository.owner_login || '/' || v_repository.name) = lower($3::text))
    and ($4::date is null or v_review_given.submitted_at >= ($4::date)::timestamp at time zone $6::text)
    and ($5::date is null or v_review_given.submitted_at < ($5::date + 1)::timestamp at time zone $6::text)`;

const page = `
  select
    filtered.repository_id,
    v_repository.owner_login || '/' || v_repository.name as full_name,
    v_host.name as host_name,
    v_host.kind as host_kind,
    v_host.base_url,
    filtered.number,
    v_pull_request.title,
    filtered.github_id,
    filtered.state,
    filtered.submitted_at,
    v_account.login as actor_login,
    v_account.kind as actor_kind,
    v_account_person.slug as actor_slug,
    v_account_person.name as actor_name,
    filtered.total
  from filtered
  join v_repository on v_repository.repository_id = filtered.repository_id
  join v_host on v_host.host_id = v_repository.host_id
  join v_pull_request
    on v_pull_request.repository_id = filtered.repository_id
    and v_pull_request.number = filtered.number
  left join v_account on v_account.account_id = v_pull_request.author_account_id
  left join v_account_person
    on v_account_person.account_id = v_pull_request.author_account_id
    and v_pull_request.created_at >= v_account_person.from_at
    and v_pull_request.created_at < v_account_person.until_at
  where $7::timestamptz is null
     or (filtered.submitted_at, filtered.repository_id, filtered.github_id) < ($7::timestamptz, $8::bigint, $9::bigint)
  order by filtered.submitted_at desc, filtered.repository_id desc, filtered.github_id desc
  limit $10::integer`;

/** Whose reviews are asked for, of which repository and period. */
interface AskedReviews {
  readonly filter: ReviewFilter;
  /** The workspace's, in which its days begin. */
  readonly zone: string;
  readonly personId: number | undefined;
  readonly teamId: number | undefined;
}

/** A page of reviews, with how many match in all; `next` is the cursor of the page that follows. */
interface ReviewPage {
  readonly rows: readonly ReviewRow[];
  readonly total: number;
  readonly next: string | undefined;
}

const rowsAPage = 50;

/**
 * Reviews that a person, or whoever was a contributor of a team on the day, gave to others, in the repositories a reader may
 * see, newest first.
 */
export async function loadReviewList(
  sql: Sql,
  visible: VisibleRepositories,
  { filter, zone, personId, teamId }: AskedReviews,
): Promise<ReviewPage> {
  const rows = await sql.query<ReviewColumns>(`with filtered as (${filtered}) ${page}`, [
    visible.ids,
    personId,
    filter.repo,
    filter.period?.from,
    filter.period?.until,
    zone,
    filter.after?.at,
    filter.after?.repositoryId,
    filter.after?.key,
    rowsAPage,
    teamId,
  ]);
  const last = rows.at(-1);
  return {
    rows: rows.map(toReviewRow),
    total: rows[0]?.total ?? 0,
    next: last !== undefined && rows.length === rowsAPage ? toCursor(last) : undefined,
  };
}

const toCursor = (row: ReviewColumns): string =>
  writeCursor({ at: row.submitted_at, repositoryId: row.repository_id, key: row.github_id });

const toReviewRow = (row: ReviewColumns): ReviewRow => ({
  ...toNamedRow(row),
  state: row.state,
  submittedAt: row.submitted_at.toISOString(),
});
