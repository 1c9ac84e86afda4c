import type { MetricUnit } from '@throughline/contract';

/**
 * Where ranges of values begin, each about twice as far as the one before, in round numbers of the unit: what people take
 * long for spreads over powers of ten. A unit that is not here has no values a row.
 */
export const spreadEdges: Partial<Readonly<Record<MetricUnit, readonly number[]>>> = {
  seconds: [
    0, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 57_600, 86_400, 172_800, 345_600, 691_200, 1_296_000,
    2_592_000, 5_184_000, 10_368_000, 31_536_000,
  ],
  lines: [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000],
  files: [0, 1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1_000],
  rounds: [0, 1, 2, 3, 4, 5, 10, 20],
  'comments-per-file': [0, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20],
};
