import type { RepositoryRef, WorkKind } from '@throughline/contract';
import type { Sql } from '../platform/sql/index.ts';
import { type PersonSet, toPickedSql, toSetValues, usualText } from './person-sets.sql.ts';
import { kindRules } from './work-kinds.data.ts';

/** How many pull requests a figure counts. */
export async function countSet(sql: Sql, set: PersonSet): Promise<number> {
  const pickedSql = toPickedSql(set.figure);
  const [row] = await sql.query<{ count: number }>(
    `with picked as (${pickedSql}) select count(*)::integer as count from picked`,
    toSetValues(set),
  );
  return row?.count ?? 0;
}

/** How long pull requests of others waited for a person's first response, in seconds. */
export interface WaitSpread {
  readonly n: number;
  readonly medianS: number | undefined;
  readonly p90S: number | undefined;
  /** All of them, shortest first, where there are fewer than five. */
  readonly valuesS: readonly number[];
}

/** The spread of a set's waits, by linear interpolation. */
export async function loadWaitSpread(sql: Sql, set: PersonSet): Promise<WaitSpread> {
  const pickedSql = toPickedSql(set.figure);
  const [row = noWaits] = await sql.query<SpreadRow>(
    `with picked as (${pickedSql})
     select
       count(*)::integer as n,
       round(percentile_cont(0.5) within group (order by wait_s))::integer as median_s,
       round(percentile_cont(0.9) within group (order by wait_s))::integer as p90_s,
       coalesce((array_agg(wait_s::integer order by wait_s))[1:4], '{}') as values_s
     from picked`,
    toSetValues(set),
  );
  return toSpread(row);
}

interface SpreadRow {
  readonly n: number;
  readonly median_s: number | null;
  readonly p90_s: number | null;
  readonly values_s: readonly number[];
}

const noWaits: SpreadRow = { n: 0, median_s: null, p90_s: null, values_s: [] };

/** Fewer than five are listed instead of a median, and a p90 begins at ten (METRICS, section 0). */
const toSpread = ({ n, median_s, p90_s, values_s }: SpreadRow): WaitSpread => ({
  n,
  medianS: n < 5 ? undefined : (median_s ?? undefined),
  p90S: n < 10 ? undefined : (p90_s ?? undefined),
  valuesS: n < 5 ? values_s : [],
});

/** What was shipped, by kind of work, and how much of it was refactoring. */
export interface KindCounts {
  readonly kinds: ReadonlyMap<WorkKind, number>;
  readonly refactor: number;
}

/** Counts shipped pull requests by the rule that fits them. */
export async function loadKindCounts(sql: Sql, set: PersonSet): Promise<KindCounts> {
  const pickedSql = toPickedSql('ruled');
  const rows = await sql.query<{ rule: number | null; count: number }>(
    `with picked as (${pickedSql}) select rule, count(*)::integer as count from picked group by rule`,
    toSetValues(set),
  );
  const kinds = new Map<WorkKind, number>();
  let refactor = 0;
  for (const { rule, count } of rows) {
    const fitting = rule === null ? undefined : kindRules[rule];
    const kind = fitting?.kind ?? 'none';
    kinds.set(kind, (kinds.get(kind) ?? 0) + count);
    if (fitting?.isRefactor === true) refactor += count;
  }
  return { kinds, refactor };
}

export interface LabelCount {
  readonly name: string;
  readonly count: number;
}

/** How many shipped pull requests carry each label; one with two labels counts under both. '' is none. */
export async function loadLabelCounts(sql: Sql, set: PersonSet): Promise<readonly LabelCount[]> {
  const pickedSql = toPickedSql('shipped');
  return sql.query<LabelCount>(
    `with picked as (${pickedSql})
       select coalesce(min(label.name), '') as name, count(*)::integer as count
       from picked
       left join v_pull_request_label as label
         on label.repository_id = picked.repository_id
         and label.number = picked.number
       group by lower(label.name)`,
    toSetValues(set),
  );
}

/** The repository a person usually works in; undefined where too little is known to tell. */
export async function findUsualRepository(sql: Sql, set: PersonSet): Promise<RepositoryRef | undefined> {
  const [row] = await sql.query<RepositoryRef>(usualText, toSetValues(set));
  return row;
}
