import type { Metric } from '@throughline/contract';

const spreadSummaries: readonly Metric['summary'][] = ['median', 'mean', 'ratio'];

/** Whether each pull request has a value of its own, which lies somewhere among the others. */
export const hasSpread = ({ summary, unit }: Metric): boolean =>
  spreadSummaries.includes(summary) && unit !== 'per-contributor';
