import { type MetricSpread, writeMetricValue } from '@throughline/contract';
import { toCount } from '../ui/number-words.ts';

/** How the values lie, in a sentence: half, nine in ten; for few, how many there are. It says "at least" while data are missing. */
export function writeSpread({ metric, n, missing, median, p90, scope }: MetricSpread): string {
  const pulls = `${scope.gaps.length > 0 ? 'at least ' : ''}${toCount(n, 'pull request')}`;
  if (n === 0 && missing > 0)
    return `Not enough data: none of the ${toCount(missing, 'pull request')} has a value.`;
  if (n === 0) return 'Not enough data: no pull request is in this.';
  if (median === undefined) return `${metric.name}: too few for a median, ${pulls}.`;
  const half = `half of ${pulls} up to ${writeMetricValue(median, metric.unit)}`;
  return p90 === undefined
    ? `${metric.name}: ${half}.`
    : `${metric.name}: ${half}, nine in ten up to ${writeMetricValue(p90, metric.unit)}.`;
}
