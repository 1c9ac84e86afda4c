import { expect, test } from 'vitest';
import { toBackoffMs } from './backoff.ts';

test.each([
  [1, 250],
  [2, 500],
  [3, 1_000],
  [8, 30_000],
  [1_000, 30_000],
])('death %i in a row is followed by a wait of %i ms', (deaths, waitMs) => {
  expect(toBackoffMs(deaths)).toBe(waitMs);
});
