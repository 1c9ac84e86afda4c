import type { RepositorySync } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { isInGroup, parseGroup, repositoryGroups, toHeldWords, toStateWords } from './repository-words.ts';

const repository = (more: Partial<RepositorySync> = {}): RepositorySync => ({
  repositoryId: 1,
  fullName: 'acme/api',
  state: 'reading',
  held: 10,
  quarantined: 0,
  data: [],
  ...more,
});

describe('how much of a repository is here', () => {
  it.each([
    [{ held: 0, total: 0 }, 'none on GitHub'],
    [{ held: 14, total: 14 }, '14'],
    [{ held: 4_020, total: 6_590 }, '4,020 of 6,590, 61 %'],
    [{ held: 0, total: 5 }, '0 of 5, 0 %'],
    [{ held: 12 }, '12, not counted yet'],
  ])('%j: %s', (counts, words) => {
    expect(toHeldWords(counts)).toBe(words);
  });
});

describe('the state of a repository', () => {
  it.each([
    [{ state: 'complete' as const }, 'complete'],
    [{ state: 'complete' as const, quarantined: 2 }, 'complete, 2 set aside'],
    [{ state: 'waiting' as const, wait: { text: 'Waiting because …' } }, 'Waiting because …'],
    [{ state: 'failed' as const, failure: { code: 'github-gone', text: 'It is gone.' } }, 'It is gone.'],
  ])('%j: %s', (more, words) => {
    expect(toStateWords(repository(more))).toBe(words);
  });
});

describe('the groups of repositories', () => {
  it.each([
    ['reading', ['all', 'reading']],
    ['waiting', ['all', 'reading']],
    ['paused', ['all', 'reading']],
    ['failed', ['all', 'needs-you']],
    ['complete', ['all', 'complete']],
  ] as const)('%s belongs to %j', (state, groups) => {
    expect(repositoryGroups.filter((group) => isInGroup({ state }, group))).toEqual(groups);
  });

  it('begin with all when the address names none that exists', () => {
    expect([parseGroup(''), parseGroup('lost'), parseGroup('needs-you')]).toEqual([
      'all',
      'all',
      'needs-you',
    ]);
  });
});
