import type { MetricAnswer, MetricBucket } from '@throughline/contract';
import type { ChartModel } from '../ui/chart-model.ts';
import { type MetricParams, toRowsPath } from './metric-address.ts';
import { writeMetricValue } from './metric-value.ts';

/** The picture of a metric over time; undefined where it is divided by something else, which stands in a table. */
export function toChartModel(answer: MetricAnswer, params: MetricParams): ChartModel | undefined {
  const { metric, by, buckets, trend } = answer;
  if (by !== 'week' && by !== 'month') return undefined;
  const parts = listParts(answer);
  const kind = toKind(answer);
  return {
    kind,
    parts: kind === 'stacked' ? parts.map(({ label }) => label) : [],
    isDuration: metric.unit === 'seconds',
    write: (value) => writeMetricValue(value, metric.unit),
    trend: kind === 'line' ? trend : undefined,
    points: buckets.map((bucket) => ({
      key: bucket.key,
      label: bucket.label,
      value: bucket.value,
      p90: bucket.p90,
      n: bucket.n,
      isPartial: bucket.isPartial,
      parts: parts.map(({ id }) => toPart(bucket, id)),
      path: toRowsPath(metric.id, params, bucket.rows),
    })),
  };
}

const listParts = ({ metric: { stages, bands, summary } }: MetricAnswer) =>
  summary === 'distribution' ? bands : stages;

function toKind({ metric: { summary, stages } }: MetricAnswer): ChartModel['kind'] {
  if (summary === 'distribution' || stages.length > 0) return 'stacked';
  return summary === 'count' ? 'bars' : 'line';
}

const toPart = ({ stages, bands }: MetricBucket, id: string): number | undefined =>
  stages?.find((stage) => stage.id === id)?.value ?? bands?.find((band) => band.id === id)?.n;
