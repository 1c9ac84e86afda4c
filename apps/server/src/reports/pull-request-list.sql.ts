import type { PullRequestRow } from '@throughline/contract';
import type { Sql } from '../platform/sql/index.ts';
import type { VisibleRepositories } from '../visibility/index.ts';
import type { ListFilter } from './list-filter.ts';
import { type ListPage, toPage } from './list-page.ts';
import { type RowColumns, toNamedRow } from './row-columns.ts';
import type { RowCursor } from './row-cursor.ts';

interface PullRequestColumns extends RowColumns {
  readonly shown_state: PullRequestRow['state'];
  readonly created_at: Date;
  readonly merged_at: Date | null;
  readonly closed_at: Date | null;
  readonly additions: number | null;
  readonly deletions: number | null;
  readonly changed_files: number | null;
  readonly size_reason: string | null;
  readonly labels: PullRequestRow['labels'];
  readonly sort_at: Date;
}

// A period is about the closing event: merged for merged, closed for closed, opened for what is still open.
const matching = `
  select
    v_pull_request.*,
    case
      when v_pull_request.state = 'open' and v_pull_request.is_draft then 'draft'
      else v_pull_request.state
    end as shown_state,
    case
      when $3::text = 'merged' then v_pull_request.merged_at
      when $3::text = 'closed' then v_pull_request.closed_at
      else v_pull_request.created_at
    end as sort_at
  from v_pull_request
  where v_pull_request.repository_id = any($1::bigint[])
    and ($2::bigint is null or exists (
      select from v_account_person
      where v_account_person.person_id = $2::bigint
        and v_account_person.account_id = v_pull_request.author_account_id
        and v_pull_request.created_at >= v_account_person.from_at
        and v_pull_request.created_at < v_account_person.until_at))`;

const filtered = `
  select matching.*, count(*) over ()::integer as total
  from matching
  join v_repository on v_repository.repository_id = matching.repository_id
  where ($3::text is null or matching.shown_state = $3::text)
    and ($4::text is null or lower(v_repository.owner_login || '/' || v_repository.name) = lower($4::text))
    and ($5::date is null or matching.sort_at >= ($5::date)::timestamp at time zone $7::text)
    and ($6::date is null or matching.sort_at < ($6::date + 1)::timestamp at time zone $7::text)`;

const page = `
  select
    filtered.repository_id,
    v_repository.owner_login || '/' || v_repository.name as full_name,
    v_host.name as host_name,
    v_host.kind as host_kind,
    v_host.base_url,
    filtered.number,
    filtered.title,
    filtered.shown_state,
    filtered.created_at,
    filtered.merged_at,
    filtered.closed_at,
    filtered.additions,
    filtered.deletions,
    filtered.changed_files,
    files_reason.text as size_reason,
    coalesce(labels.labels, '[]'::jsonb) as labels,
    v_account.login as actor_login,
    v_account.kind as actor_kind,
    v_account_person.slug as actor_slug,
    v_account_person.name as actor_name,
    filtered.sort_at,
    filtered.total
  from filtered
  join v_repository on v_repository.repository_id = filtered.repository_id
  join v_host on v_host.host_id = v_repository.host_id
  left join v_account on v_account.account_id = filtered.author_account_id
  left join v_account_person
    on v_account_person.account_id = filtered.author_account_id
    and filtered.created_at >= v_account_person.from_at
    and filtered.created_at < v_account_person.until_at
  left join v_pull_request_part as files
    on files.repository_id = filtered.repository_id
    and files.number = filtered.number
    and files.part = 'files'
  left join v_list_reason as files_reason on files_reason.reason = files.reason_code
  left join lateral (
    select jsonb_agg(jsonb_build_object('name', label.name, 'colour', label.colour) order by label.name) as labels
    from v_pull_request_label as label
    where label.repository_id = filtered.repository_id
      and label.number = filtered.number) as labels on true
  where $8::timestamptz is null
     or (filtered.sort_at, filtered.repository_id, filtered.number) < ($8::timestamptz, $9::bigint, $10::integer)
  order by filtered.sort_at desc, filtered.repository_id desc, filtered.number desc
  limit $11::integer`;

/**
 * Pull requests in the repositories a reader may see, newest first. `personId` limits to those written by accounts
 * linked to that person now. `total` counts all that match, whatever the page.
 */
export async function loadPullRequestList(
  sql: Sql,
  visible: VisibleRepositories,
  asked: { filter: ListFilter; zone: string; personId: number | undefined; limit: number },
): Promise<ListPage<PullRequestRow>> {
  const { filter } = asked;
  const rows = await sql.query<PullRequestColumns>(
    `with matching as (${matching}), filtered as (${filtered}) ${page}`,
    [
      visible.ids,
      asked.personId,
      filter.state,
      filter.repo,
      filter.period?.from,
      filter.period?.until,
      asked.zone,
      filter.after?.at,
      filter.after?.repositoryId,
      filter.after?.key,
      asked.limit,
    ],
  );
  return toPage(rows, asked.limit, toPullRequestRow, toCursor);
}

const toCursor = (row: PullRequestColumns): RowCursor => ({
  at: row.sort_at,
  repositoryId: row.repository_id,
  key: row.number,
});

const toPullRequestRow = (row: PullRequestColumns): PullRequestRow => ({
  ...toNamedRow(row),
  state: row.shown_state,
  createdAt: row.created_at.toISOString(),
  ...(row.merged_at === null ? {} : { mergedAt: row.merged_at.toISOString() }),
  ...(row.closed_at === null ? {} : { closedAt: row.closed_at.toISOString() }),
  ...toSize(row),
  labels: row.labels,
});

function toSize(
  row: PullRequestColumns,
): Pick<PullRequestRow, 'additions' | 'deletions' | 'changedFiles' | 'sizeReason'> {
  if (row.additions === null || row.deletions === null) {
    return { sizeReason: row.size_reason ?? 'GitHub did not say how large it is.' };
  }
  return {
    additions: row.additions,
    deletions: row.deletions,
    ...(row.changed_files === null ? {} : { changedFiles: row.changed_files }),
  };
}
