import { describe, expect, test } from 'vitest';
import { estimateHours, type HoursQuestion } from './estimate-hours.ts';
import { noSpending } from './spending.ts';
import { toBudget } from './to-budget.ts';

const question = (
  cost: Partial<HoursQuestion['cost']>,
  more: Partial<HoursQuestion> = {},
): HoursQuestion => ({
  cost: { ...noSpending, graphqlRequests: 1, ...cost },
  budget: { points: 4_250, restRequests: 4_250 },
  atOnce: 4,
  basis: 'measured',
  ...more,
});

describe('hours', () => {
  test.each([
    ['points', { points: 8_500, graphqlCpuSeconds: 10 }, 1.8, 2.3],
    ['rest-requests', { restRequests: 42_500, points: 100 }, 9, 11.5],
    ['graphql-cpu', { graphqlCpuSeconds: 36_000, points: 500 }, 9, 14.375],
    ['rest-cpu', { restCpuSeconds: 3_600, points: 100 }, 1.8, 2.875],
  ] as const)('are bound by %s where these last longest', (boundBy, cost, from, to) => {
    const estimate = estimateHours(question(cost));

    expect(estimate.boundBy).toBe(boundBy);
    expect(estimate.hours?.from).toBeCloseTo(from, 6);
    expect(estimate.hours?.to).toBeCloseTo(to, 6);
  });

  test('are told more broadly while averages are assumed', () => {
    const measured = estimateHours(question({ points: 8_500 })).hours!;
    const assumed = estimateHours(question({ points: 8_500 }, { basis: 'assumed' })).hours!;

    expect(assumed.from).toBeLessThan(measured.from);
    expect(assumed.to).toBeGreaterThan(measured.to);
  });

  test('are computing time where the host sets no limits, of one question after the other at most', () => {
    const budget = { points: undefined, restRequests: undefined };
    const estimate = estimateHours(question({ points: 1_000_000, graphqlCpuSeconds: 36_000 }, { budget }));

    expect(estimate.boundBy).toBe('graphql-cpu');
    expect(estimate.hours?.from).toBeCloseTo(2.25, 6);
    expect(estimate.hours?.to).toBeCloseTo(11.5, 6);
  });

  test('of nothing are none', () => {
    expect(estimateHours(question({ graphqlRequests: 0 }))).toEqual({});
  });
});

const bucket = (resource: 'core' | 'graphql', limit: number | undefined) => ({
  connectionId: 1,
  resource,
  limit,
  remaining: undefined,
  resetAt: undefined,
  spent: { person: 0, lookup: 0, incremental: 0, backfill: 0 },
});

describe('an hour leaves to history', () => {
  const none = { points: undefined, restRequests: undefined };

  test.each([
    ['what is usual where GitHub has not said', 'github.com', { points: 4_250, restRequests: 4_250 }],
    ['all there is where limits are off', 'enterprise-server', none],
  ] as const)('%s', (_name, kind, budget) => {
    expect(toBudget([], kind)).toEqual(budget);
  });

  test.each([
    ['what GitHub said', [15_000, 10_000], { points: 8_500, restRequests: 12_750 }],
    ['all there is of a limit of nothing', [0, 0], none],
    ['all there is where GitHub counts nothing', [undefined, undefined], none],
  ] as const)('%s', (_name, [core, graphql], budget) => {
    expect(toBudget([bucket('core', core), bucket('graphql', graphql)], 'github.com')).toEqual(budget);
  });
});
