import { expect, test } from 'vitest';
import { modelConstants } from '../model/constants.data.ts';
import { createRandom } from '../model/random.ts';
import { createTestClock } from '../testing/test-clock.ts';
import { createSecondaryLimits, type SecondaryRefusal } from './secondary.ts';

function setUp(seed = 1) {
  const clock = createTestClock();
  return { clock, limits: createSecondaryLimits(clock, () => modelConstants, createRandom(seed)) };
}

test.each([
  ['rest', 900, 'rest-points'],
  ['graphql', 2_000, 'graphql-points'],
] as const)('%s requests: %i a minute, the next is refused', (api, allowed, reason) => {
  const { limits } = setUp();

  const verdicts = Array.from({ length: allowed }, () => limits.admit('user:1', api, 1).kind);

  expect(new Set(verdicts)).toEqual(new Set(['admitted']));
  expect(limits.admit('user:1', api, 1)).toMatchObject({ kind: 'refused', reason, isOffence: false });
});

test('points leave the window after a minute', () => {
  const { clock, limits } = setUp();
  for (let sent = 0; sent < 900; sent += 1) limits.admit('user:1', 'rest', 1);

  clock.advance(60);

  expect(limits.admit('user:1', 'rest', 1).kind).toBe('admitted');
});

test('a hundred at once, not one more', () => {
  const { limits } = setUp();
  for (let running = 0; running < 100; running += 1) limits.begin('user:1');

  expect(limits.admit('user:1', 'rest', 1)).toMatchObject({ reason: 'concurrent' });
});

test('more than 60 GraphQL CPU-seconds a minute stop GraphQL, 90 in all stop everything', () => {
  const { clock, limits } = setUp();
  const spend = (api: 'rest' | 'graphql', cpuSeconds: number) => {
    limits.begin('user:1');
    limits.end('user:1', api, cpuSeconds);
  };

  spend('graphql', 61);
  expect(limits.admit('user:1', 'rest', 1).kind).toBe('admitted');
  expect(limits.admit('user:1', 'graphql', 1)).toMatchObject({ reason: 'graphql-cpu' });
  clock.advance(61);
  spend('graphql', 60);
  spend('rest', 31);

  expect(limits.admit('user:1', 'rest', 1)).toMatchObject({ reason: 'cpu' });
});

test('asking again before the block is over is an offence, afterwards it is not', () => {
  const { clock, limits } = setUp();
  limits.block('user:1');

  clock.advance(59);
  expect(limits.admit('user:1', 'rest', 1)).toMatchObject({ reason: 'blocked', isOffence: true });
  expect(limits.admit('user:2', 'rest', 1).kind).toBe('admitted');
  clock.advance(1);

  expect(limits.admit('user:1', 'rest', 1).kind).toBe('admitted');
});

test('nine refusals of ten say how long to wait; half are 403, half 429', () => {
  const { limits } = setUp(3);
  limits.block('user:1');

  const refusals = Array.from({ length: 1_000 }, () => limits.admit('user:1', 'rest', 1) as SecondaryRefusal);

  const silent = refusals.filter(({ retryAfterSeconds }) => retryAfterSeconds === undefined).length;
  expect(silent).toBeGreaterThan(60);
  expect(silent).toBeLessThan(140);
  expect(new Set(refusals.map(({ retryAfterSeconds }) => retryAfterSeconds))).toEqual(
    new Set([60, undefined]),
  );
  expect(refusals.filter(({ status }) => status === 429).length).toBeGreaterThan(400);
});
