import { type MetricAnswer, type MetricBucket, writeMetricValue } from '@throughline/contract';
import type { ChartModel } from '../ui/chart-model.ts';
import type { DaySpan } from '../ui/chart-span.ts';
import { type MetricParams, toRowsPath } from './metric-address.ts';

/** More are no picture any more. */
const sidesAtMost = 60;

/** The picture of a metric, over time or side by side; undefined where there is nothing, or too much, to draw. */
export function toChartModel(answer: MetricAnswer, params: MetricParams): ChartModel | undefined {
  const { metric, by, buckets, trend } = answer;
  const axis = by === 'week' || by === 'month' ? 'time' : 'side';
  if (axis === 'side' && (buckets.length === 0 || buckets.length > sidesAtMost)) return undefined;
  const parts = listParts(answer);
  const kind = toKind(answer);
  return {
    kind,
    axis,
    parts: kind === 'stacked' ? parts.map(({ label }) => label) : [],
    isDuration: metric.unit === 'seconds',
    write: (value) => writeMetricValue(value, metric.unit),
    trend: kind === 'line' && axis === 'time' ? trend : undefined,
    points: buckets.map((bucket) => ({
      key: bucket.key,
      label: bucket.label,
      value: bucket.value,
      values: bucket.values,
      p90: bucket.p90,
      n: bucket.n,
      isPartial: bucket.isPartial,
      parts: parts.map(({ id }) => toPart(bucket, id)),
      path: toRowsPath(metric.id, params, bucket.rows),
      span: toSpan(bucket),
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

const toSpan = ({ from, until }: MetricBucket): DaySpan | undefined =>
  from === undefined || until === undefined ? undefined : { from, until };
