import { expect, it } from 'vitest';
import { writeMetricValue } from './metric-value.ts';

it.each([
  [1_800, 'seconds', '30 min'],
  [22_320, 'seconds', '6.2 h'],
  [259_200, 'seconds', '3 d'],
  [0.5, 'percent', '< 1 %'],
  [83.5, 'percent', '84 %'],
] as const)('%d %s is written %s', (value, unit, words) => {
  expect(writeMetricValue(value, unit)).toBe(words);
});
