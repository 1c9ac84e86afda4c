import type { ConnectionRepository } from '@throughline/contract';
import { describe, expect, test } from 'vitest';
import { isSameChoice, toDraftWords, toSavedDraft, weighChoice } from './choice-draft.ts';

const repository = (githubId: number, more: Partial<ConnectionRepository> = {}): ConnectionRepository => ({
  repositoryId: githubId,
  githubId,
  fullName: `acme/${githubId}`,
  visibility: 'private',
  isArchived: false,
  isFork: false,
  group: 'read',
  held: 0,
  ...more,
});

const repositories = [
  repository(1),
  repository(2, { group: 'no-access' }),
  repository(3, { group: 'archived', isArchived: true }),
  repository(4, { group: 'forks', isFork: true }),
  repository(5, { group: 'gone' }),
];

const saved = toSavedDraft({
  repositoryChoice: 'all',
  includesArchived: false,
  includesForks: false,
  repositories,
});

describe('a choice', () => {
  test('in force changes nothing', () => {
    expect(weighChoice(repositories, saved)).toEqual({ begun: 0, ended: 0 });
  });

  test.each([
    ['with archived ones reads one more', { includesArchived: true }, { begun: 1, ended: 0 }],
    ['with forks reads one more', { includesForks: true }, { begun: 1, ended: 0 }],
    ['of one by name ends another', { repositoryChoice: 'some', picked: [1] }, { begun: 0, ended: 1 }],
    [
      'of what is gone reads nothing more',
      { repositoryChoice: 'some', picked: [1, 2, 5] },
      { begun: 0, ended: 0 },
    ],
  ] as const)('%s', (_name, changed, expected) => {
    expect(weighChoice(repositories, { ...saved, ...changed })).toEqual(expected);
  });

  test('is the same by what it means, not by what it carries along', () => {
    expect(isSameChoice(saved, { ...saved, picked: [] })).toBe(true);
    expect(isSameChoice(saved, { ...saved, includesForks: true })).toBe(false);
    const some = { ...saved, repositoryChoice: 'some', picked: [2, 1] } as const;
    expect(isSameChoice(some, { ...some, picked: [1, 2] })).toBe(true);
    expect(isSameChoice(some, { ...some, picked: [1, 3] })).toBe(false);
  });

  test('is told in words', () => {
    expect(toDraftWords(saved)).toBe('all, current and future, without archived ones and forks');
    expect(toDraftWords({ ...saved, repositoryChoice: 'some', picked: [1] })).toBe('some: 1 repository');
  });
});
