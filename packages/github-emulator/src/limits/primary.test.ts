import { expect, test } from 'vitest';
import { modelConstants } from '../model/constants.data.ts';
import { createTestClock } from '../testing/test-clock.ts';
import { anonymousOwner, createPrimaryLimits } from './primary.ts';

function setUp() {
  const clock = createTestClock('2026-03-20T12:00:00Z');
  return { clock, limits: createPrimaryLimits(clock, () => modelConstants) };
}

test('a window begins with the first request and ends an hour later', () => {
  const { clock, limits } = setUp();
  clock.advance(100);

  const first = limits.charge('user:1', 'core', 1);
  clock.advance(3_599);
  const last = limits.charge('user:1', 'core', 1);
  clock.advance(1);
  const next = limits.read('user:1', 'core');

  expect(first).toEqual({
    resource: 'core',
    limit: 5_000,
    used: 1,
    remaining: 4_999,
    resetAt: Date.parse('2026-03-20T13:01:40Z') / 1000,
  });
  expect([last.used, last.resetAt]).toEqual([2, first.resetAt]);
  expect([next.used, next.resetAt]).toEqual([0, first.resetAt + 3_600]);
});

test('a search window is a minute long', () => {
  const { clock, limits } = setUp();
  limits.charge('user:1', 'search', 30);

  clock.advance(60);

  expect(limits.read('user:1', 'search')).toMatchObject({ limit: 30, used: 0 });
});

test('owners and resources have buckets of their own', () => {
  const { limits } = setUp();

  limits.charge('user:1', 'graphql', 40);

  expect(limits.read('user:1', 'core').used).toBe(0);
  expect(limits.read('user:2', 'graphql').used).toBe(0);
  expect(limits.read(anonymousOwner, 'core').limit).toBe(60);
});

test('more points than are left take what is left', () => {
  const { limits } = setUp();
  limits.setUsed('user:1', 'graphql', 4_990);

  expect(limits.charge('user:1', 'graphql', 28)).toMatchObject({ used: 5_000, remaining: 0 });
});
