import type { PullRequestRow } from '@throughline/contract';
import { type BindSql, bindValues, type Sql } from '../../platform/sql/index.ts';
import { type RowColumns, toNamedRow } from '../row-columns.ts';
import type { AskedPulls } from './asked-pulls.ts';
import { type PullCursor, writePullCursor } from './pull-cursor.ts';
import { shownStateSql, toMatchingSql } from './pull-matching.sql.ts';
import { toOrder } from './pull-order.sql.ts';

/** A pull request as `pullColumnsSql` selects it. */
export interface PullColumns extends Omit<RowColumns, 'total'> {
  readonly shown_state: PullRequestRow['state'];
  readonly base_ref: string;
  readonly head_ref: string;
  readonly review_decision: NonNullable<PullRequestRow['reviewDecision']> | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly merged_at: Date | null;
  readonly closed_at: Date | null;
  readonly additions: number | null;
  readonly deletions: number | null;
  readonly changed_files: number | null;
  readonly size_reason: string | null;
  readonly cycle_s: number | null;
  readonly labels: PullRequestRow['labels'];
  readonly group_value: string;
  readonly sort_value: string;
}

/** A page of a list; `next` is absent behind its end. */
export interface PullPage {
  readonly rows: readonly PullRequestRow[];
  readonly next: string | undefined;
}

/** The columns of rows that stand in `page`: pull requests with `shown_state`, `group_value` and `sort_value`. */
export const pullColumnsSql = `
  select
    page.repository_id,
    v_repository.owner_login || '/' || v_repository.name as full_name,
    v_host.name as host_name,
    v_host.kind as host_kind,
    v_host.base_url,
    page.number,
    page.title,
    page.shown_state,
    page.base_ref,
    page.head_ref,
    page.review_decision,
    page.created_at,
    page.updated_at,
    page.merged_at,
    page.closed_at,
    page.additions,
    page.deletions,
    page.changed_files,
    files_reason.text as size_reason,
    fact.coding_s + fact.pickup_s + fact.review_s + fact.merge_s as cycle_s,
    coalesce(labels.labels, '[]'::jsonb) as labels,
    v_account.login as actor_login,
    v_account.kind as actor_kind,
    v_account.class as actor_class,
    v_account_person.slug as actor_slug,
    v_account_person.name as actor_name,
    page.group_value,
    page.sort_value::text as sort_value
  from page
  join v_repository on v_repository.repository_id = page.repository_id
  join v_host on v_host.host_id = v_repository.host_id
  left join v_account on v_account.account_id = page.author_account_id
  left join v_account_person
    on v_account_person.account_id = page.author_account_id
    and page.created_at >= v_account_person.from_at
    and page.created_at < v_account_person.until_at
  left join v_pull_request_fact as fact
    on fact.repository_id = page.repository_id
    and fact.number = page.number
  left join v_pull_request_part as files
    on page.additions is null
    and files.repository_id = page.repository_id
    and files.number = page.number
    and files.part = 'files'
  left join v_list_reason as files_reason on files_reason.reason = files.reason_code
  left join lateral (
    select jsonb_agg(jsonb_build_object('name', label.name, 'colour', label.colour) order by label.name) as labels
    from v_pull_request_label as label
    where label.repository_id = page.repository_id
      and label.number = page.number) as labels on true`;

function toPageText(asked: AskedPulls, { after, limit }: AskedPage, bindSql: BindSql): string {
  const { sort, group, states } = asked.filter;
  const { fromSql, sortSql, groupSql, toBehindSql, orderSql, pageOrderSql } = toOrder(sort, group, states);
  return `
  with page as (
    select
      pull_request.*,
      ${shownStateSql} as shown_state,
      ${groupSql} as group_value,
      ${sortSql} as sort_value
    from ${fromSql}
    where ${toMatchingSql(asked, bindSql)}
      and ${toBehindSql(after, bindSql)}
    order by ${orderSql}
    limit ${bindSql(limit, 'integer')})
  ${pullColumnsSql}
  order by ${pageOrderSql}`;
}

interface AskedPage {
  readonly after: PullCursor | undefined;
  readonly limit: number;
}

/** One page of pull requests behind a cursor, in the order that the filter asks for. */
export async function loadPullRows(sql: Sql, asked: AskedPulls, page: AskedPage): Promise<PullPage> {
  const { values, bindSql } = bindValues();
  const rows = await sql.query<PullColumns>(toPageText(asked, page, bindSql), values);
  const last = rows.at(-1);
  return {
    rows: rows.map(toPullRow),
    next: last !== undefined && rows.length === page.limit ? writePullCursor(toCursor(last)) : undefined,
  };
}

const toCursor = (row: PullColumns): PullCursor => ({
  group: row.group_value,
  sort: row.sort_value,
  repositoryId: row.repository_id,
  number: row.number,
});

/** A row as lists answer with it. */
export const toPullRow = (row: PullColumns): PullRequestRow => ({
  ...toNamedRow(row),
  state: row.shown_state,
  baseRef: row.base_ref,
  headRef: row.head_ref,
  ...(row.review_decision === null ? {} : { reviewDecision: row.review_decision }),
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  ...(row.merged_at === null ? {} : { mergedAt: row.merged_at.toISOString() }),
  ...(row.closed_at === null ? {} : { closedAt: row.closed_at.toISOString() }),
  ...toSize(row),
  ...(row.cycle_s === null ? {} : { cycleS: row.cycle_s }),
  labels: row.labels,
});

function toSize(
  row: PullColumns,
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
