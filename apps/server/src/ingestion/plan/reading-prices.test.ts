import { minutesOfComputingSecond, readingPrices } from '@throughline/contract';
import { describe, expect, test } from 'vitest';
import { averageShape } from './average-shape.data.ts';
import { estimateHours } from './estimate-hours.ts';
import { estimatePlan } from './estimate-plan.ts';

const repositories = 20;

/** The mean of twenty alike, for what is asked of one is whole. */
const plan = (total: number) =>
  estimatePlan(
    Array.from({ length: repositories }, () => ({
      total,
      pullRequests: total,
      isHere: 0,
      files: total,
      pageSize: 25,
      filesSize: 75,
    })),
    averageShape,
  ).cost;

const expectAlike = (said: number, planned: number): void => {
  const mean = planned / repositories;

  expect(Math.abs(said - mean), `${said} of ${mean}`).toBeLessThan(0.3 + mean * 0.2);
};

describe('what is said before anything is connected', () => {
  test.each([1, 5, 25, 26, 50, 75, 100, 200, 300, 600, 1_000, 5_000, 10_000, 10_001, 20_000, 200_480])(
    'is what the plan says of a repository of %i, within a fifth',
    (total) => {
      const { points, restRequests, computingSecondsEach } = readingPrices.find(
        ({ pullRequestsAtMost }) => total <= pullRequestsAtMost,
      )!;
      const cost = plan(total);

      expectAlike(points.base + points.each * total, cost.points);
      expectAlike(restRequests.base + restRequests.each * total, cost.restRequests);
      expectAlike(computingSecondsEach * total, cost.graphqlCpuSeconds + cost.restCpuSeconds);
    },
  );

  test('takes as long as the plan says', () => {
    const cost = plan(1_000);

    const { hours } = estimateHours({
      cost,
      budget: { points: 4_250, restRequests: 4_250 },
      atOnce: 4,
      basis: 'assumed',
    });

    expect(hours!.from * 60).toBeCloseTo(cost.graphqlCpuSeconds * minutesOfComputingSecond.from, 3);
    expect(hours!.to * 60).toBeCloseTo(cost.graphqlCpuSeconds * minutesOfComputingSecond.to, 3);
  });
});
