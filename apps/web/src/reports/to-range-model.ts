import type { MetricSpread } from '@throughline/contract';
import type { ChartModel } from '../ui/chart-model.ts';
import { toNumber } from '../ui/number-words.ts';
import { type MetricParams, toRowsPath } from './metric-address.ts';
import { writeRange } from './write-range.ts';

/** How many pull requests have a value in each range, from the lowest to the highest. */
export const toRangeModel = ({ metric, bars }: MetricSpread, params: MetricParams): ChartModel => ({
  kind: 'bars',
  axis: 'value',
  parts: [],
  isDuration: false,
  write: (value) => toNumber(value),
  points: bars.map(({ from, until, n, rows }) => ({
    key: String(from),
    label: writeRange({ from, until }, metric.unit),
    value: n,
    n,
    isPartial: false,
    path: toRowsPath(metric.id, params, rows),
  })),
});
