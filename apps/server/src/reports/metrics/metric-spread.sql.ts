import type { MetricSpread } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import { type AskedMetric, toItems } from './metric-items.sql.ts';
import { countMetricRows, loadMetricRows, toCondition } from './metric-rows.sql.ts';
import { findFar, type MeasuredSpread } from './to-spread.ts';

/** So many rows are a dot each. */
const dotsAtMost = 300;
const farNamed = 5;

interface SpreadColumns {
  readonly place: number | null;
  readonly n: number;
  readonly quartiles: readonly number[] | null;
}

/** How the values of the counted rows of a question lie between edges, which ascend. */
export async function measureSpread(
  sql: Sql,
  asked: AskedMetric,
  edges: readonly number[],
): Promise<MeasuredSpread> {
  const items = toItems(asked, false);
  const { itemSql, values, bindSql } = items;
  const conditionSql = toCondition(asked, items);
  const edgesSql = bindSql(edges, 'float8[]');
  // A value below the first edge is in the first range: there are no negative ones but by clocks that were wrong.
  const [rows, missing] = await Promise.all([
    sql.query<SpreadColumns & Record<string, unknown>>(
      `with item as (${itemSql}),
       counted as materialized (
         select item.value
         from item
         where ${conditionSql})
       select greatest(1, width_bucket(value, ${edgesSql})) as place, count(*)::integer as n, null::float8[] as quartiles
       from counted
       group by place
       union all
       select null, count(*)::integer, percentile_cont('{0.25, 0.5, 0.75, 0.9}'::float8[]) within group (order by value)
       from counted`,
      values,
    ),
    countMetricRows(sql, toRows(asked, 'missing')),
  ]);
  const whole = rows.find(({ place }) => place === null);
  return {
    n: whole?.n ?? 0,
    missing,
    quartiles: whole?.quartiles ?? [],
    counts: new Map(rows.flatMap(({ place, n }) => (place === null ? [] : [[place, n]]))),
  };
}

/** Each row where they are few enough, and those that lie far from the rest. */
export async function loadSpreadRows(
  sql: Sql,
  asked: AskedMetric,
  measured: MeasuredSpread,
): Promise<Pick<MetricSpread, 'dots' | 'far'>> {
  const least = findFar(measured);
  const [dots, far] = await Promise.all([
    measured.n > dotsAtMost ? undefined : loadMetricRows(sql, asked, { after: undefined, limit: dotsAtMost }),
    least === undefined ? undefined : loadFar(sql, asked, least),
  ]);
  return { ...(dots !== undefined && { dots: [...dots.rows] }), ...(far !== undefined && { far }) };
}

async function loadFar(sql: Sql, asked: AskedMetric, least: number): Promise<MetricSpread['far']> {
  const narrowed = { ...asked, question: { ...asked.question, range: { least, below: undefined } } };
  const [n, { rows }] = await Promise.all([
    countMetricRows(sql, narrowed),
    loadMetricRows(sql, narrowed, { after: undefined, limit: farNamed }),
  ]);
  return n === 0 ? undefined : { least, n, rows: [...rows] };
}

const toRows = (asked: AskedMetric, rows: AskedMetric['question']['rows']): AskedMetric => ({
  ...asked,
  question: { ...asked.question, rows },
});
