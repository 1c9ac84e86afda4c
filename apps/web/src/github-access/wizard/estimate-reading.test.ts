import type { OfferedRepository } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { chooseRepositories, estimateReading } from './estimate-reading.ts';

const repository = (githubId: number, more: Partial<OfferedRepository> = {}): OfferedRepository => ({
  githubId,
  fullName: `acme/${githubId}`,
  visibility: 'private',
  isArchived: false,
  isFork: false,
  pullRequestTotal: 100,
  ...more,
});

const offered = [repository(1), repository(2, { isArchived: true }), repository(3, { isFork: true })];
const all = { kind: 'all', picked: [], includesArchived: false, includesForks: false } as const;

describe('a choice of repositories', () => {
  it.each([
    [{ ...all, picked: [] }, [1]],
    [{ ...all, picked: [], includesArchived: true }, [1, 2]],
    [{ ...all, picked: [], includesForks: true, includesArchived: true }, [1, 2, 3]],
    [{ ...all, kind: 'some' as const, picked: [3] }, [3]],
  ])('%j takes %j', (choice, ids) => {
    expect(chooseRepositories(offered, choice).map(({ githubId }) => githubId)).toEqual(ids);
  });
});

describe('the estimate of a first reading', () => {
  it('adds up what repositories of their size cost', () => {
    const estimate = estimateReading([
      repository(1, { pullRequestTotal: 1_000 }),
      repository(2, { pullRequestTotal: 25 }),
      repository(3, { pullRequestTotal: 0 }),
    ]);

    expect(estimate).toEqual({
      repositories: 3,
      pullRequests: 1_025,
      uncounted: 0,
      points: 63,
      restRequests: 61,
      fromMinutes: 3,
      toMinutes: 6,
    });
  });

  it('says how many repositories are not counted', () => {
    const { pullRequestTotal, ...uncounted } = repository(2);

    const estimate = estimateReading([repository(1), uncounted]);

    expect([pullRequestTotal, estimate.pullRequests, estimate.uncounted]).toEqual([100, 100, 1]);
  });

  it('gives time as a range', () => {
    const { fromMinutes, toMinutes } = estimateReading([repository(1, { pullRequestTotal: 200_480 })]);

    expect([fromMinutes, toMinutes]).toEqual([1_173, 2_737]);
  });
});
