import type { MetricSpread } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import { type AskedMetric, toItems } from './metric-items.sql.ts';
import { countMetricRows, loadMetricRows } from './metric-rows.sql.ts';
import { findFar, type MeasuredSpread } from './to-spread.ts';

/** So many rows are a dot each. */
const dotsAtMost = 300;
const farNamed = 5;

interface SpreadColumns {
  readonly place: number | null;
  readonly n: number;
  readonly missing: number;
  readonly quartiles: readonly number[] | null;
}

/** How the values of the counted rows of a question lie between edges, which ascend. */
export async function measureSpread(
  sql: Sql,
  asked: AskedMetric,
  edges: readonly number[],
): Promise<MeasuredSpread> {
  const { itemSql, values, bindSql } = toItems(asked, false);
  const edgesSql = bindSql(edges, 'float8[]');
  // The facts are read once. A value below the first edge is in the first range: there are no negative ones but by clocks
  // that were wrong.
  const rows = await sql.query<SpreadColumns & Record<string, unknown>>(
    `with item as (${itemSql}),
     counted as materialized (
       select item.is_present, item.value
       from item
       where item.exclusion_kind is null)
     select
       greatest(1, width_bucket(value, ${edgesSql})) as place,
       count(*)::integer as n,
       0 as missing,
       null::float8[] as quartiles
     from counted
     where is_present
     group by place
     union all
     select
       null,
       (count(*) filter (where is_present))::integer,
       (count(*) filter (where not is_present))::integer,
       percentile_cont('{0.25, 0.5, 0.75, 0.9}'::float8[]) within group (order by value) filter (where is_present)
     from counted`,
    values,
  );
  const whole = rows.find(({ place }) => place === null);
  return {
    n: whole?.n ?? 0,
    missing: whole?.missing ?? 0,
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
  if (measured.n > dotsAtMost) {
    const far = least === undefined ? undefined : await loadFar(sql, asked, least);
    return far === undefined ? {} : { far };
  }
  const { rows } = await loadMetricRows(sql, asked, { after: undefined, limit: dotsAtMost });
  const far = least === undefined ? [] : rows.filter(({ value = 0 }) => value >= least);
  return {
    dots: [...rows],
    ...(least !== undefined &&
      far.length > 0 && { far: { least, n: far.length, rows: far.slice(0, farNamed) } }),
  };
}

async function loadFar(sql: Sql, asked: AskedMetric, least: number): Promise<MetricSpread['far']> {
  const narrowed = { ...asked, question: { ...asked.question, range: { least, below: undefined } } };
  const [n, { rows }] = await Promise.all([
    countMetricRows(sql, narrowed),
    loadMetricRows(sql, narrowed, { after: undefined, limit: farNamed }),
  ]);
  return n === 0 ? undefined : { least, n, rows: [...rows] };
}
