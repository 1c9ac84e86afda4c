import { expect, test } from 'vitest';
import { modelConstants } from '../model/constants.data.ts';
import { graphqlCpuSeconds, restCpuSeconds } from './cpu-seconds.ts';

const nothing = { nodes: 0, pullRequestsWithFiles: 0, commitsWithChecks: 0, isLargeRepository: false };

test.each([
  ['an empty answer', {}, 0.05],
  ['a thousand nodes', { nodes: 1_000 }, 4.05],
  ['25 pull requests with files', { nodes: 25, pullRequestsWithFiles: 25 }, 1.65],
  ['ten commits with checks', { commitsWithChecks: 10 }, 0.25],
  ['a hundred nodes of a large repository', { nodes: 100, isLargeRepository: true }, 1.125],
])('GraphQL: %s', (_name, count, seconds) => {
  expect(graphqlCpuSeconds(modelConstants, { ...nothing, ...count })).toBeCloseTo(seconds, 10);
});

test('REST: a full page', () => {
  expect(restCpuSeconds(modelConstants, 100)).toBeCloseTo(0.1, 10);
});
