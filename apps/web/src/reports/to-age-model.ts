import type { MetricAnswer } from '@throughline/contract';
import type { ChartModel } from '../ui/chart-model.ts';
import { toNumber } from '../ui/number-words.ts';
import { type MetricParams, toRowsPath } from './metric-address.ts';

/** How many rows are in each part of a metric, the last part first, side by side. */
export const toAgeModel = ({ metric, figure }: MetricAnswer, params: MetricParams): ChartModel => ({
  kind: 'bars',
  axis: 'side',
  parts: [],
  isDuration: false,
  write: (value) => (value === 0 ? 'none' : toNumber(value)),
  points: metric.bands.toReversed().map(({ id, label }) => {
    const n = figure.bands?.find((band) => band.id === id)?.n ?? 0;
    return {
      key: id,
      label,
      value: n,
      n,
      isPartial: false,
      path: toRowsPath(metric.id, params, { band: id }),
    };
  }),
});
