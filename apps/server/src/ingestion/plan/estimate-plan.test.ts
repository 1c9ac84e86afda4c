import type { DataKind, ReadingCost } from '@throughline/contract';
import { modelConstants } from '@throughline/github-emulator';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { averageShape } from './average-shape.data.ts';
import { computingTime } from './computing-time.data.ts';
import { estimatePlan, type PlannedCost } from './estimate-plan.ts';
import type { RepositoryToRead } from './estimate-repository.ts';

const toRead = (pullRequests: number, more: Partial<RepositoryToRead> = {}): RepositoryToRead => ({
  total: pullRequests,
  pullRequests,
  isHere: 0,
  files: pullRequests,
  pageSize: 25,
  filesSize: 75,
  ...more,
});
const plan = (...repositories: readonly RepositoryToRead[]): PlannedCost =>
  estimatePlan(repositories, averageShape);
const find = ({ data }: PlannedCost, kind: DataKind): ReadingCost => data.find((one) => one.kind === kind)!;

describe('a thousand pull requests of average shape', () => {
  const { cost, ...rest } = plan(toRead(1_000));
  const of = (kind: DataKind): ReadingCost => find({ cost, ...rest }, kind);

  test('cost 22 pages, 27 questions about files, 8 for long timelines, and lists over REST', () => {
    expect(of('pull-requests')).toMatchObject({ objects: 1_000, points: 23, restRequests: 0 });
    expect(of('files')).toMatchObject({ objects: 8_000, points: 27, restRequests: 0 });
    expect(of('comments')).toMatchObject({ objects: 12_500, points: 8, restRequests: 51 });
    expect(of('details')).toMatchObject({ points: 0, restRequests: 10 });
  });

  test('bring reviews, commits and events with their pages, for computing time alone', () => {
    expect(of('reviews')).toMatchObject({
      objects: 3_000,
      points: 0,
      graphqlRequests: 0,
      graphqlCpuSeconds: 12,
    });
    expect(of('commits')).toMatchObject({ objects: 4_000, points: 0, graphqlCpuSeconds: 16 });
    expect(of('events')).toMatchObject({ objects: 5_000, points: 0, graphqlCpuSeconds: 20 });
  });

  test('cost in all no more than is promised', () => {
    expect(cost.points).toBeLessThanOrEqual(60);
    expect(cost.restRequests).toBeLessThanOrEqual(61);
  });
});

describe('a repository of no more than a page', () => {
  const { cost, ...rest } = plan(toRead(20));

  test('is asked by GraphQL alone', () => {
    expect(cost.restRequests).toBe(0);
    expect(find({ cost, ...rest }, 'pull-requests').points).toBe(2);
    expect(find({ cost, ...rest }, 'comments').points).toBe(1);
  });
});

describe('a repository of more than ten thousand pull requests', () => {
  const [small, large] = [plan(toRead(10_000)).cost, plan(toRead(10_001)).cost];

  test('takes GitHub two and a half times as long, and so smaller pages', () => {
    expect(large.graphqlCpuSeconds / small.graphqlCpuSeconds).toBeCloseTo(2.5, 1);
    expect(large.points).toBeGreaterThan(small.points * 1.5);
    expect(large.restCpuSeconds).toBeCloseTo(small.restCpuSeconds, 0);
  });
});

describe('what is here already', () => {
  test('takes no more room, and its files are not asked for again but for two pages', () => {
    const first = plan(toRead(1_000)).cost;
    const again = plan(toRead(1_000, { isHere: 1_000, files: 0 }));

    expect(again.cost.diskBytes).toBe(0);
    expect(find(again, 'files').objects).toBeLessThan(1_000);
    expect(again.cost.points).toBeLessThan(first.points);
  });
});

const anyRepository = fc
  .record({
    total: fc.integer({ min: 1, max: 50_000 }),
    missing: fc.double({ min: 0, max: 1, noNaN: true }),
    pageSize: fc.integer({ min: 1, max: 100 }),
    filesSize: fc.integer({ min: 1, max: 100 }),
  })
  .map(({ total, missing, pageSize, filesSize }) => {
    const pullRequests = Math.ceil(total * missing);
    return { total, pullRequests, isHere: 0, files: pullRequests, pageSize, filesSize };
  });

describe('a plan', () => {
  test('is the sum of what each kind of data costs, in whole numbers', () => {
    fc.assert(
      fc.property(fc.array(anyRepository, { maxLength: 8 }), (repositories) => {
        const { cost, data } = plan(...repositories);

        for (const key of ['objects', 'points', 'graphqlRequests', 'restRequests', 'diskBytes'] as const) {
          expect(Number.isInteger(cost[key])).toBe(true);
          expect(cost[key]).toBe(data.reduce((sum, one) => sum + one[key], 0));
        }
        for (const key of ['graphqlCpuSeconds', 'restCpuSeconds'] as const) {
          expect(cost[key]).toBeCloseTo(
            data.reduce((sum, one) => sum + one[key], 0),
            5,
          );
        }
      }),
    );
  });

  test('never costs less for more pull requests', () => {
    fc.assert(
      fc.property(anyRepository, fc.integer({ min: 1, max: 500 }), (repository, more) => {
        const { total, pullRequests, files } = repository;
        // A repository changes its way beyond a page and beyond ten thousand.
        fc.pre(total > 100 && (total > 10_000 || total + more <= 10_000));
        const larger = {
          ...repository,
          total: total + more,
          pullRequests: pullRequests + more,
          files: files + more,
        };
        const [less, all] = [plan(repository).cost, plan(larger).cost];

        for (const key of ['objects', 'points', 'restRequests', 'graphqlCpuSeconds', 'diskBytes'] as const) {
          expect(all[key]).toBeGreaterThanOrEqual(less[key]);
        }
      }),
    );
  });

  test('of nothing costs nothing', () => {
    expect(Object.values(plan().cost)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

test('computing time is the design’s model, which the emulator keeps', () => {
  const { graphqlCpu, restCpu, secondary, timeoutSeconds, timeoutPointsFactor } = modelConstants;

  expect(computingTime).toEqual({
    graphql: {
      baseSeconds: graphqlCpu.baseSeconds,
      perNodeSeconds: graphqlCpu.perNodeSeconds,
      perPullRequestWithFilesSeconds: graphqlCpu.perPullRequestWithFilesSeconds,
    },
    rest: { baseSeconds: restCpu.baseSeconds, perItemSeconds: restCpu.perItemSeconds },
    large: { pullRequests: graphqlCpu.largeRepositoryPullRequests, factor: graphqlCpu.largeRepositoryFactor },
    timeoutSeconds,
    timeoutPointsFactor,
    anHour: {
      graphqlSeconds: secondary.graphqlCpuSecondsPerMinute * 60,
      restSeconds: (secondary.cpuSecondsPerMinute - secondary.graphqlCpuSecondsPerMinute) * 60,
    },
  });
});
