import { expect, it } from 'vitest';
import { toScale } from './chart-scale.ts';

it.each([
  [0, false, [0, 1]],
  [7, false, [0, 2, 4, 6, 8]],
  [10, false, [0, 5, 10]],
  [100, false, [0, 25, 50, 75, 100]],
  [1, false, [0, 0.25, 0.5, 0.75, 1]],
  [0.1, false, [0, 0.05, 0.1]],
  [3 * 3_600, true, [0, 3_600, 7_200, 10_800]],
  [5 * 86_400, true, [0, 172_800, 345_600, 518_400]],
])('an axis to %d', (most, isDuration, ticks) => {
  expect(toScale(most, isDuration)).toEqual({ end: ticks.at(-1), ticks });
});
