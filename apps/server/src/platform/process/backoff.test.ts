import { expect, test } from 'vitest';
import { countDeaths, toBackoffMs } from './backoff.ts';

test.each([
  [1, 250],
  [2, 500],
  [3, 1_000],
  [8, 30_000],
  [1_000, 30_000],
])('death %i in a row is followed by a wait of %i ms', (deaths, waitMs) => {
  expect(toBackoffMs(deaths)).toBe(waitMs);
});

test.each([
  ['dies as it starts', 4, 2_000, 5],
  ['has worked for half a minute', 4, 30_000, 1],
  ['dies for the first time', 0, 2_000, 1],
])('a process that %s', (_, before, livedMs, deaths) => {
  expect(countDeaths(before, livedMs)).toBe(deaths);
});
