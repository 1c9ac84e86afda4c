import { describe, expect, test } from 'vitest';
import { isChosen, type RepositoryChoice } from './choose-repositories.ts';
import { judgeList } from './judge-list.ts';

const all: RepositoryChoice = {
  repositoryChoice: 'all',
  includesArchived: false,
  includesForks: false,
  chosen: new Set(),
};

describe('a repository', () => {
  test.each([
    ['plain, of all', all, {}, true],
    ['archived, of all', all, { isArchived: true }, false],
    ['archived, of all with archived ones', { ...all, includesArchived: true }, { isArchived: true }, true],
    ['a fork, of all', all, { isFork: true }, false],
    ['a fork, of all with forks', { ...all, includesForks: true }, { isFork: true }, true],
    [
      'an archived fork, of all with forks',
      { ...all, includesForks: true },
      { isArchived: true, isFork: true },
      false,
    ],
    ['not named, of some', { ...all, repositoryChoice: 'some' }, {}, false],
    [
      'named, of some',
      { ...all, repositoryChoice: 'some', chosen: new Set([7]) },
      { isArchived: true, isFork: true },
      true,
    ],
  ] as const)('%s', (_name, choice, story, chosen) => {
    expect(isChosen(choice, { githubId: 7, isArchived: false, isFork: false, ...story })).toBe(chosen);
  });
});

describe('a list that lacks', () => {
  const list = { known: 10, missing: 0, isWhole: true, isConfirmed: false };

  test.each([
    ['nothing', {}, 'whole'],
    ['one of ten', { missing: 1 }, 'whole'],
    ['half', { missing: 5 }, 'whole'],
    ['more than half', { missing: 6 }, 'suspicious'],
    ['all', { missing: 10 }, 'suspicious'],
    ['more than half, and somebody said so', { missing: 6, isConfirmed: true }, 'whole'],
    ['the only one', { known: 1, missing: 1 }, 'whole'],
    ['both', { known: 2, missing: 2 }, 'suspicious'],
    ['some, being cut off', { missing: 3, isWhole: false }, 'incomplete'],
    [
      'most, being cut off, whatever was said',
      { missing: 9, isWhole: false, isConfirmed: true },
      'incomplete',
    ],
  ] as const)('%s is %s', (_name, story, kind) => {
    expect(judgeList({ ...list, ...story }).kind).toBe(kind);
  });
});
