import type { MetricAnswer } from '@throughline/contract';
import { findTrend, listBuckets } from './buckets.ts';
import type { AskedMetric } from './metric-items.sql.ts';
import { writeFinding } from './metric-words.ts';
import { type Measured, toFigure } from './to-figure.ts';
import { toMetric } from './to-metric.ts';

interface MeasuredParts {
  readonly total: Measured | undefined;
  readonly buckets: ReadonlyMap<string, Measured>;
  readonly leftOut: readonly { readonly kind: string; readonly n: number }[];
}

/** Why rows are left out, in words, in the order of the chain. */
const leftOutLabels: Readonly<Record<string, string>> = {
  person: 'their author is left out',
  bot: 'written by bots',
  'ai-agent': 'written by AI agents',
  'pull-request': 'left out by hand',
  rule: 'left out by a rule',
  repository: 'their repository is left out',
};

/** What is said of a metric, of what was measured. */
export function toMetricAnswer(
  { question, workingTime }: Pick<AskedMetric, 'question' | 'workingTime'>,
  measured: MeasuredParts,
  todayOn: string,
): Omit<MetricAnswer, 'scope' | 'ignored' | 'nothingSeen'> {
  const { declaration, sql, by, period } = question;
  const figure = toFigure(sql, measured.total);
  const buckets = listBuckets(by, period, [...measured.buckets.keys()], todayOn).map((bucket) => ({
    ...bucket,
    rows: { ...bucket.rows },
    ...toFigure(sql, measured.buckets.get(bucket.key)),
  }));
  const trend = by === 'week' ? findTrend(buckets) : undefined;
  const told = { ...declaration, ...sql };
  const kinds = Object.keys(leftOutLabels);
  return {
    metric: toMetric(declaration, sql),
    ...(question.preset !== undefined && { preset: question.preset }),
    by,
    period,
    finding: writeFinding(told, { figure, buckets }),
    figure,
    ...(figure.working !== undefined &&
      workingTime !== undefined && {
        workingTime: { zone: workingTime.zone, days: [...workingTime.days] },
      }),
    leftOut: measured.leftOut
      .toSorted((left, right) => kinds.indexOf(left.kind) - kinds.indexOf(right.kind))
      .map(({ kind, n }) => ({ kind, n, label: leftOutLabels[kind] ?? kind })),
    buckets,
    ...(trend !== undefined && { trend: { from: trend.from, until: trend.until } }),
  };
}
