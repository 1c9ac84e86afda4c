import type { ChartModel } from './chart-model.ts';

/** The highest of what a picture draws, which its axis ends at; a p90 and a trend stand in lines and bars that lie, parts in stacks. */
export function findMost({ points, trend, kind }: ChartModel): number {
  const values = points.flatMap(({ value, p90, parts }) => [
    value ?? 0,
    kind === 'stacked' ? (parts ?? []).reduce<number>((sum, part) => sum + (part ?? 0), 0) : (p90 ?? 0),
  ]);
  return Math.max(0, ...values, trend?.from ?? 0, trend?.until ?? 0);
}
