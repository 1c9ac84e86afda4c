import type { Sql } from '../../platform/sql/index.ts';
import type { MetricSql } from './metric.ts';
import { type AskedMetric, toItems } from './metric-items.sql.ts';
import type { Measured, Pair } from './to-figure.ts';

/** What the database makes of the rows of a question. */
export interface MeasuredMetric {
  readonly total: Measured | undefined;
  readonly buckets: ReadonlyMap<string, Measured>;
  /** By why they were left out. */
  readonly leftOut: readonly { readonly kind: string; readonly n: number }[];
}

interface Columns extends Measured {
  readonly group: string | null;
  /** Rows, whether they have a value or not. */
  readonly rows: number;
}

/** Computes a metric's figure and those of its divisions; what does not rest on each other is asked at the same time. */
export async function measureMetric(sql: Sql, asked: AskedMetric): Promise<MeasuredMetric> {
  const [totals, parts, wholeBands, partBands, { wholePairs, partPairs }] = await Promise.all([
    loadTotals(sql, asked),
    loadParts(sql, asked),
    loadBands(sql, asked, false),
    loadBands(sql, asked, true),
    loadAllPairs(sql, asked),
  ]);
  const total = totals.find(({ group }) => group === null);
  const complete = (one: Columns, bands: BandsOf, pairs: PairsOf): Measured => ({
    ...one,
    bands: bands.get(one.group ?? ''),
    pairs: pairs.get(one.group ?? ''),
  });
  return {
    total: total && complete(total, wholeBands, wholePairs),
    buckets: new Map(parts.map((one) => [one.group ?? '', complete(one, partBands, partPairs)])),
    leftOut: totals.flatMap(({ group, rows }) => (group === null ? [] : [{ kind: group, n: rows }])),
  };
}

/** What counts, and what was left out by why. */
function loadTotals(sql: Sql, asked: AskedMetric): Promise<readonly Columns[]> {
  const { itemSql, values } = toItems(asked, false);
  return sql.query<Columns & Record<string, unknown>>(
    `with item as (${itemSql})
     select exclusion_kind as group, ${toMeasureSql(asked)}
     from item
     group by exclusion_kind`,
    values,
  );
}

function loadParts(sql: Sql, asked: AskedMetric): Promise<readonly Columns[]> {
  const { itemSql, values } = toItems(asked, true);
  return sql.query<Columns & Record<string, unknown>>(
    `with item as (${itemSql})
     select bucket as group, ${toMeasureSql(asked)}
     from item
     where exclusion_kind is null
     group by bucket`,
    values,
  );
}

// Of one sort: the values themselves where there are up to four, the median and the 90th percentile.
const fractionsSql = `'{0, 0.3333333333333333, 0.5, 0.6666666666666666, 0.9, 1}'::float8[]`;

function toMeasureSql({ question: { sql }, workingTime }: AskedMetric): string {
  const spreadSql =
    sql.measure.kind === 'amounts'
      ? `percentile_cont(${fractionsSql}) within group (order by value) filter (where is_present)`
      : 'null::float8[]';
  const hasWorking =
    workingTime !== undefined && sql.measure.kind === 'amounts' && sql.measure.span !== undefined;
  const workingSql = hasWorking
    ? `percentile_cont(${fractionsSql}) within group (order by working) filter (where is_present)`
    : 'null::float8[]';
  const authorsSql = sql.measure.kind === 'per-author' ? 'count(distinct author)::integer' : '0';
  return `
    count(*)::integer as rows,
    (count(*) filter (where is_present))::integer as n,
    (count(*) filter (where not is_present))::integer as missing,
    ${spreadSql} as spread,
    ${workingSql} as "workingSpread",
    sum(numerator) filter (where is_present) as numerator,
    sum(denominator) filter (where is_present) as denominator,
    ${authorsSql} as authors,
    ${['s1', 's2', 's3', 's4'].map((nameSql, place) => toStageSql(sql, nameSql, place)).join(', ')}`;
}

function toStageSql({ measure, stages = [] }: MetricSql, nameSql: string, place: number): string {
  if (place >= stages.length) return `null::float8 as ${nameSql}`;
  return measure.kind === 'amounts' && measure.isMean === true
    ? `avg(${nameSql}) filter (where is_present) as ${nameSql}`
    : `percentile_cont(0.5) within group (order by ${nameSql}) filter (where is_present) as ${nameSql}`;
}

type BandsOf = ReadonlyMap<string, ReadonlyMap<string, number>>;

async function loadBands(sql: Sql, asked: AskedMetric, isDivided: boolean): Promise<BandsOf> {
  if (asked.question.sql.bands === undefined) return new Map();
  const { itemSql, values } = toItems(asked, isDivided);
  const rows = await sql.query<{ readonly bucket: string | null; readonly band: string; readonly n: number }>(
    `with item as (${itemSql})
     select bucket, band, count(*)::integer as n
     from item
     where exclusion_kind is null
       and is_present
       and band is not null
     group by bucket, band`,
    values,
  );
  const groups = Map.groupBy(rows, ({ bucket }) => bucket ?? '');
  return new Map(
    [...groups].map(([bucket, bands]) => [bucket, new Map(bands.map(({ band, n }) => [band, n]))]),
  );
}

type PairsOf = ReadonlyMap<string, readonly Pair[]>;

/** Pairs of the whole and of its divisions: those are its parts where a pull request is in one of them alone. */
async function loadAllPairs(sql: Sql, asked: AskedMetric) {
  const { by } = asked.question;
  if (by === 'label' || by === 'team') {
    const [wholePairs, partPairs] = await Promise.all([
      loadPairs(sql, asked, false),
      loadPairs(sql, asked, true),
    ]);
    return { wholePairs, partPairs };
  }
  const partPairs = await loadPairs(sql, asked, true);
  return { wholePairs: new Map([['', sumPairs([...partPairs.values()].flat())]]), partPairs };
}

/** Each pair once, with all that it did. */
function sumPairs(pairs: readonly Pair[]): readonly Pair[] {
  const sums = new Map<string, Pair>();
  for (const pair of pairs) {
    const key = `${pair.reviewer} ${pair.author}`;
    sums.set(key, { ...pair, n: pair.n + (sums.get(key)?.n ?? 0) });
  }
  return [...sums.values()];
}

/** How many pull requests each reviewer reviewed of each author, by account. */
async function loadPairs(sql: Sql, asked: AskedMetric, isDivided: boolean): Promise<PairsOf> {
  if (asked.question.sql.measure.kind !== 'sharing') return new Map();
  const { itemSql, values } = toItems(asked, isDivided);
  const rows = await sql.query<Pair & { readonly bucket: string | null } & Record<string, unknown>>(
    // Materialised: few rows, whose number is guessed far too low where they are divided by teams. That one has a value is
    // what the join says too, and not asked again.
    `with item as materialized (
       select repository_id, number, at, author_account_id, exclusion_kind, bucket
       from (${itemSql}) as whole)
     select
       item.bucket,
       participant.account_id as reviewer,
       item.author_account_id as author,
       count(*)::integer as n
     from item
     join v_participant_fact as participant
       on participant.repository_id = item.repository_id
       and participant.number = item.number
       and participant.reviews > 0
       and participant.first_action_at <= item.at
       and not participant.is_robot
     where item.exclusion_kind is null
       and item.author_account_id is not null
     group by item.bucket, participant.account_id, item.author_account_id`,
    values,
  );
  return Map.groupBy(rows, ({ bucket }) => bucket ?? '');
}
