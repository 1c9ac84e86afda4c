import type { MetricSpread, SpreadBar } from '@throughline/contract';

/** What the database makes of the values of a question. */
export interface MeasuredSpread {
  readonly n: number;
  readonly missing: number;
  /** At ¼, ½, ¾ and 0.9. */
  readonly quartiles: readonly number[];
  /** How many values lie behind the edge of each place, the first being 1. */
  readonly counts: ReadonlyMap<number, number>;
}

const medianFrom = 5;
const tailFrom = 10;

/** Median and tail by the rules for small numbers, and the bars from the first with a row to the last. */
export function toSpread(
  { n, missing, quartiles, counts }: MeasuredSpread,
  edges: readonly number[],
): Pick<MetricSpread, 'n' | 'missing' | 'median' | 'p90' | 'bars'> {
  const [, median, , p90] = quartiles;
  return {
    n,
    missing,
    ...(n >= medianFrom && median !== undefined && { median }),
    ...(n >= tailFrom && p90 !== undefined && { p90 }),
    bars: [...toBars(counts, edges)],
  };
}

function toBars(counts: ReadonlyMap<number, number>, edges: readonly number[]): readonly SpreadBar[] {
  const places = [...counts.keys()];
  const [first, last] = [Math.min(...places), Math.max(...places)];
  return edges.flatMap((from, at) => {
    const place = at + 1;
    if (place < first || place > last) return [];
    const until = edges[place];
    const rows = {
      ...(place > 1 && { least: String(from) }),
      ...(until !== undefined && { below: String(until) }),
    };
    return [{ from, ...(until !== undefined && { until }), n: counts.get(place) ?? 0, rows }];
  });
}

/**
 * From where on a value lies far from the rest, in whole units: above the upper quartile by one and a half times the
 * distance of the quartiles, counted on a log scale, on which times and sizes are about evenly spread. Undefined below ten
 * values and where the quartiles tell nothing.
 */
export function findFar({ n, quartiles }: MeasuredSpread): number | undefined {
  const [lower = 0, , upper = 0] = quartiles;
  if (n < tailFrom || lower <= 0 || upper <= lower) return undefined;
  return Math.ceil(upper * (upper / lower) ** 1.5);
}
