import type { RepositorySync } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { parseGroup, parseOrder, toStateWords } from './repository-words.ts';

const repository = (more: Partial<RepositorySync> = {}): RepositorySync => ({
  repositoryId: 1,
  fullName: 'acme/api',
  state: 'reading',
  held: 10,
  quarantined: 0,
  data: [],
  ...more,
});

describe('the state of a repository', () => {
  it.each([
    [{ state: 'complete' as const }, 'complete'],
    [{ state: 'complete' as const, quarantined: 2 }, 'read, 2 set aside'],
    [
      { state: 'complete' as const, data: [{ kind: 'reviews' as const, held: 10, percent: 99 }] },
      'read, with gaps',
    ],
    [{ state: 'complete' as const, data: [{ kind: 'reviews' as const, held: 0 }] }, 'being counted'],
    [{ state: 'waiting' as const, wait: { text: 'Waiting because …' } }, 'Waiting because …'],
    [{ state: 'failed' as const, failure: { code: 'github-gone', text: 'It is gone.' } }, 'It is gone.'],
  ])('%j: %s', (more, words) => {
    expect(toStateWords(repository(more))).toBe(words);
  });
});

describe('the address', () => {
  it('asks for all, those that need you first, when it names no group and no order that exists', () => {
    expect([parseGroup(''), parseGroup('lost'), parseGroup('needs-you')]).toEqual([
      'all',
      'all',
      'needs-you',
    ]);
    expect([parseOrder(''), parseOrder('lost'), parseOrder('name')]).toEqual([
      'needs-you',
      'needs-you',
      'name',
    ]);
  });
});
