import { expect, test } from 'vitest';
import { judgeDatabase, judgeDatabaseClock, judgeDisk } from './judge-database.ts';

const now = new Date('2026-11-22T12:00:00Z');
const look = { versionNumber: 180_004, version: '18.4', now, bytes: 3 * 1024 ** 3 };

test.each([
  [180_004, 5, 'ok'],
  [150_018, 500, 'ok'],
  [150_018, 501, 'attention'],
  [149_999, 5, 'broken'],
])('a database of version %i that answers in %i ms is %s', (versionNumber, tookMs, verdict) => {
  expect(judgeDatabase({ ...look, versionNumber }, tookMs).verdict).toBe(verdict);
});

test.each([
  [0, 'ok'],
  [5_000, 'ok'],
  [-5_001, 'attention'],
])('a database %i ms ahead is %s', (aheadMs, verdict) => {
  expect(judgeDatabaseClock({ ...look, now: new Date(now.getTime() + aheadMs) }, now).verdict).toBe(verdict);
});

test.each([
  [undefined, 'ok'],
  [3 * 1024 ** 3, 'ok'],
  [1024 ** 3, 'attention'],
  [1024 ** 2, 'broken'],
])('with %s bytes free a disk is %s', (freeBytes, verdict) => {
  expect(judgeDisk(look, freeBytes === undefined ? undefined : { freeBytes }).verdict).toBe(verdict);
});
