import type { MetricRow } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import { type RowColumns, toNamedRow } from '../row-columns.ts';
import { type RowCursor, writeCursor } from '../row-cursor.ts';
import { type AskedMetric, type Items, toItems } from './metric-items.sql.ts';

interface MetricRowColumns extends RowColumns {
  readonly at: Date;
  readonly value: number | null;
  readonly working: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly band: string | null;
  readonly exclusion_reason: string | null;
}

export interface MetricRowPage {
  readonly rows: readonly MetricRow[];
  /** The cursor behind the last of them; absent behind the end. */
  readonly next: string | undefined;
}

/** The conditions on `item` that leave the rows asked for. */
function toCondition({ question }: AskedMetric, { bindSql }: Items): string {
  const { band, range } = question;
  return [
    rowsSql[question.rows],
    ...(band === undefined ? [] : [`item.band = ${bindSql(band, 'text')}`]),
    ...(range.least === undefined ? [] : [`item.value >= ${bindSql(range.least, 'float8')}`]),
    ...(range.below === undefined ? [] : [`item.value < ${bindSql(range.below, 'float8')}`]),
  ].join(' and ');
}

const rowsSql: Readonly<Record<AskedMetric['question']['rows'], string>> = {
  counted: 'item.exclusion_kind is null and item.is_present',
  missing: 'item.exclusion_kind is null and not item.is_present',
  'left-out': 'item.exclusion_kind is not null',
};

/** How many rows a question has. */
export async function countMetricRows(sql: Sql, asked: AskedMetric): Promise<number> {
  const items = toItems(asked, false);
  const { itemSql } = items;
  const conditionSql = toCondition(asked, items);
  const [row] = await sql.query<{ readonly total: number }>(
    `with item as (${itemSql})
     select count(*)::integer as total
     from item
     where ${conditionSql}`,
    items.values,
  );
  return row?.total ?? 0;
}

/** A page of the rows of a question, the newest event first. */
export async function loadMetricRows(
  sql: Sql,
  asked: AskedMetric,
  { after, limit }: { readonly after: RowCursor | undefined; readonly limit: number },
): Promise<MetricRowPage> {
  const items = toItems(asked, false);
  const { itemSql, bindSql } = items;
  const conditionSql = toCondition(asked, items);
  const afterSql = after === undefined ? 'true' : toAfter(after, items);
  const limitSql = bindSql(limit, 'integer');
  const rows = await sql.query<MetricRowColumns>(
    `with item as (${itemSql}),
     page as (
       select item.*, date_trunc('milliseconds', item.at) as shown_at
       from item
       where ${conditionSql}
         and ${afterSql}
       order by shown_at desc, item.repository_id desc, item.number desc
       limit ${limitSql})
     ${columns}`,
    items.values,
  );
  const last = rows.at(-1);
  const isFull = last !== undefined && rows.length === limit;
  return {
    rows: rows.map(toRow),
    next: isFull
      ? writeCursor({ at: last.at, repositoryId: last.repository_id, key: last.number })
      : undefined,
  };
}

const toAfter = ({ at, repositoryId, key }: RowCursor, { bindSql }: Items): string => `
  (date_trunc('milliseconds', item.at), item.repository_id, item.number)
    < (${bindSql(at, 'timestamptz')}, ${bindSql(repositoryId, 'bigint')}, ${bindSql(key, 'integer')})`;

const columns = `
  select
    page.repository_id,
    v_repository.owner_login || '/' || v_repository.name as full_name,
    v_host.name as host_name,
    v_host.kind as host_kind,
    v_host.base_url,
    page.number,
    v_pull_request.title,
    page.shown_at as at,
    page.value,
    page.working,
    page.numerator,
    page.denominator,
    page.band,
    page.exclusion_reason,
    v_account.login as actor_login,
    v_account.kind as actor_kind,
    v_account.class as actor_class,
    v_account_person.slug as actor_slug,
    v_account_person.name as actor_name
  from page
  join v_repository on v_repository.repository_id = page.repository_id
  join v_host on v_host.host_id = v_repository.host_id
  join v_pull_request
    on v_pull_request.repository_id = page.repository_id
    and v_pull_request.number = page.number
  left join v_account on v_account.account_id = page.author_account_id
  left join v_account_person
    on v_account_person.account_id = page.author_account_id
    and v_pull_request.created_at >= v_account_person.from_at
    and v_pull_request.created_at < v_account_person.until_at
  order by page.shown_at desc, page.repository_id desc, page.number desc`;

const toRow = (row: MetricRowColumns): MetricRow => ({
  ...toNamedRow(row),
  at: row.at.toISOString(),
  ...(row.value !== null && { value: row.value }),
  ...(row.working !== null && { workingValue: row.working }),
  ...(row.numerator !== null && { numerator: row.numerator }),
  ...(row.denominator !== null && { denominator: row.denominator }),
  ...(row.band !== null && { band: row.band }),
  ...(row.exclusion_reason !== null && { reason: row.exclusion_reason }),
});
