import type { MetricUnit } from '@throughline/contract';
import { expect, it } from 'vitest';
import { writeRange } from './write-range.ts';

it.each<[number, number | undefined, MetricUnit, string]>([
  [14_400, 28_800, 'seconds', '4 h to 8 h'],
  [0, 300, 'seconds', 'below 5 min'],
  [31_536_000, undefined, 'seconds', '365 d and more'],
  [10, 20, 'lines', '10 to 19'],
  [0, 1, 'lines', '0'],
  [0.5, 1, 'comments-per-file', '0.5 to 1'],
])('from %d until %s in %s', (from, until, unit, words) => {
  expect(writeRange({ from, until }, unit)).toBe(words);
});
