import { expect, it } from 'vitest';
import { writeMetricValue } from './metric-value.ts';

it.each([
  [22_320, 'seconds', '6.2 h'],
  [30, 'seconds', '0.5 min'],
  [0.4, 'percent', '< 1 %'],
  [0, 'percent', '0 %'],
  [83.6, 'percent', '84 %'],
  [0.421, 'index', '0.42'],
  [1_203.6, 'lines', '1,204'],
  [1.25, 'rounds', '1.3'],
] as const)('%d %s is %s', (value, unit, words) => {
  expect(writeMetricValue(value, unit)).toBe(words);
});
