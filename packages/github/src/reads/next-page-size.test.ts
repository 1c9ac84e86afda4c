import { expect, test } from 'vitest';
import { nextPageSize } from './next-page-size.ts';

test.each([
  [25, 'timeout', 12],
  [25, 'resource-limit', 12],
  [3, 'timeout', 1],
  [1, 'timeout', 1],
  [12, 'read', 15],
  [29, 'read', 29],
  [25, 'read', 29],
  [50, 'read', 50],
  [12, 'server', 12],
  [12, 'unreachable', 12],
] as const)('after a page of %i that was %s comes one of %i', (current, outcome, expected) => {
  expect(nextPageSize(current, outcome, 29)).toBe(expected);
});
