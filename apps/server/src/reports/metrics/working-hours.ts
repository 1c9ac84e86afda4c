import type { BindSql } from '../../platform/sql/index.ts';
import type { Measure } from './metric.ts';
import { toWorkingRuns, type WorkingTime } from './to-working-runs.ts';

/**
 * The seconds of a measure's span that lie on working days, as SQL; null where it has no span, or no value. Never below 0: an
 * event may come before the one that it is measured from.
 */
export function toWorkingSql(measure: Measure, time: WorkingTime | undefined, bindSql: BindSql): string {
  if (time === undefined || measure.kind !== 'amounts' || measure.span === undefined) return 'null';
  const runs = toWorkingRuns(time);
  const startsSql = bindSql(toArray(runs.starts), 'float8[]');
  const endsSql = bindSql(toArray(runs.ends), 'float8[]');
  const idleSql = bindSql(toArray(runs.idle), 'float8[]');
  /** What was worked before an instant: up to it or to the end of the stretch begun last, less what was not worked before. */
  const workedSql = (instantSql: string): string => {
    const atSql = `date_part('epoch', ${instantSql})`;
    const runSql = `width_bucket(${atSql}, ${startsSql})`;
    return `(least(${atSql}, (${endsSql})[${runSql}]) - (${idleSql})[${runSql}])`;
  };
  const { fromSql, untilSql } = measure.span;
  return `case when (${measure.valueSql}) is not null
    then greatest(0, ${workedSql(untilSql)} - ${workedSql(fromSql)}) end`;
}

/** As the database reads it: the driver would put each of thousands of numbers into quotes. */
const toArray = (numbers: readonly number[]): string => `{${numbers.join(',')}}`;
