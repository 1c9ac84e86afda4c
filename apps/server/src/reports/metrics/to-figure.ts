import type { MetricFigure } from '@throughline/contract';
import { measureSharing } from './measure-sharing.ts';
import type { MetricSql } from './metric.ts';

/** How many pull requests of an author a reviewer reviewed. */
export interface Pair {
  readonly reviewer: number;
  readonly author: number;
  readonly n: number;
}

/** What was measured of some rows together. */
export interface Measured {
  readonly n: number;
  readonly missing: number;
  /** At 0, ⅓, ½, ⅔, 0.9 and 1. */
  readonly spread: readonly number[] | null;
  /** The same of working hours. */
  readonly workingSpread: readonly number[] | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly authors: number;
  readonly s1: number | null;
  readonly s2: number | null;
  readonly s3: number | null;
  readonly s4: number | null;
  readonly bands?: ReadonlyMap<string, number> | undefined;
  readonly pairs?: readonly Pair[] | undefined;
}

/** Fewer values are listed and not summed up. */
const listedBelow = 5;
const p90From = 10;

/** The figure of some rows: METRICS, section 0. Nothing measured is a figure without a value, or a count of 0. */
export function toFigure(sql: MetricSql, measured: Measured | undefined): MetricFigure {
  const bands = sql.bands?.map(({ id }) => ({ id, n: measured?.bands?.get(id) ?? 0 }));
  const base = {
    n: measured?.n ?? 0,
    missing: measured?.missing ?? 0,
    ...(bands !== undefined && { bands }),
  };
  if (measured === undefined || measured.n === 0) {
    return sql.measure.kind === 'count' ? { ...base, value: 0 } : base;
  }
  return { ...base, ...toValue(sql, measured), ...toStages(sql, measured), ...toWorking(measured) };
}

type Value = Pick<MetricFigure, 'value' | 'p90' | 'values' | 'numerator' | 'denominator'>;

function toValue({ measure }: MetricSql, measured: Measured): Value {
  switch (measure.kind) {
    case 'amounts':
      return measure.isMean === true ? toMeanValue(measured) : toMedian(measured);
    case 'share':
    case 'ratio':
      return toQuotient(measured, measure.kind === 'share' ? 100 : 1);
    case 'count':
      return { value: measured.n };
    case 'per-author':
      return toQuotient({ ...measured, numerator: measured.n, denominator: measured.authors }, 1);
    case 'sharing': {
      const value = measureSharing(measured.pairs ?? []);
      return value === undefined ? {} : { value };
    }
  }
}

function toWorking({ n, workingSpread }: Measured): Pick<MetricFigure, 'working'> {
  return workingSpread === null ? {} : { working: toMedian({ n, spread: workingSpread }) };
}

function toMedian({ n, spread }: Pick<Measured, 'n' | 'spread'>): Value {
  const [least, third, median, twoThirds, p90, most] = spread ?? [];
  if (n >= listedBelow) {
    return { ...pick('value', median), ...(n >= p90From ? pick('p90', p90) : {}) };
  }
  const places = {
    1: [least],
    2: [least, most],
    3: [least, median, most],
    4: [least, third, twoThirds, most],
  };
  const values = (places[n as 1 | 2 | 3 | 4] ?? []).filter((value) => value !== undefined); // as: below listedBelow, and not 0
  return { values };
}

const pick = (name: 'value' | 'p90', value: number | undefined): Value =>
  value === undefined ? {} : { [name]: value };

/** The sum of the stages' means. */
function toMeanValue({ s1, s2, s3, s4 }: Measured): Value {
  const means = [s1, s2, s3, s4].filter((value) => value !== null);
  return means.length === 0 ? {} : { value: means.reduce((sum, value) => sum + value, 0) };
}

function toQuotient({ numerator, denominator }: Measured, times: number): Value {
  if (numerator === null || denominator === null || denominator === 0) return {};
  return { value: (times * numerator) / denominator, numerator, denominator };
}

/** Of fewer than five no median is told, a stage's neither. */
function toStages({ stages, measure }: MetricSql, measured: Measured): Pick<MetricFigure, 'stages'> {
  if (stages === undefined) return {};
  const isMean = measure.kind === 'amounts' && measure.isMean === true;
  const isListed = !isMean && measured.n < listedBelow;
  const values = isListed ? [] : [measured.s1, measured.s2, measured.s3, measured.s4];
  return {
    stages: stages.map(({ id }, place) => {
      const value = values[place] ?? null;
      return { id, ...(value !== null && { value }) };
    }),
  };
}
