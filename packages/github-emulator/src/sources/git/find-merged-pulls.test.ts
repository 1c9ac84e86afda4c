import { expect, test } from 'vitest';
import { findMergedPulls } from './find-merged-pulls.ts';
import type { GitEntry } from './git-entry.ts';

const person = { name: 'Ada', email: 'ada@x.example', at: '2026-03-01T10:30:00Z' };

function entry(oid: string, parents: string, message = `Commit ${oid}`): GitEntry {
  const parentOids = parents.split(' ').filter(Boolean);
  return { oid, parentOids, message, author: person, committer: person, files: [] };
}

function find(...entries: GitEntry[]) {
  return findMergedPulls(entries).map(({ number, title, commits }) => [
    number,
    title,
    commits.map(({ oid }) => oid).join(''),
  ]);
}

test('a merge commit brings what its branch has and its base has not', () => {
  const found = find(
    entry('M', 'D C', 'Merge pull request #2 from ada/fix\n\nFix it\n\nAt last.'),
    entry('C', 'B'),
    entry('D', 'A'),
    entry('B', 'A'),
    entry('A', ''),
  );

  expect(found).toEqual([[2, 'Fix it', 'BC']]);
});

test('a branch that was brought up to date brings only its own, the merge included', () => {
  const found = find(
    entry('M', 'D U', 'Merge pull request #2 from ada/fix\n\nFix it'),
    entry('U', 'C D', "Merge branch 'main' into fix"),
    entry('D', 'A'),
    entry('C', 'A'),
    entry('A', ''),
  );

  expect(found).toEqual([[2, 'Fix it', 'CU']]);
});

test('a pull request merged into another is part of both', () => {
  const found = find(
    entry('N', 'A M', 'Merge pull request #3 from acme/develop\n\nRelease'),
    entry('M', 'D C', 'Merge pull request #2 from ada/fix\n\nFix it'),
    entry('C', 'D'),
    entry('D', 'A'),
    entry('A', ''),
  );

  expect(found).toEqual([
    [2, 'Fix it', 'C'],
    [3, 'Release', 'DCM'],
  ]);
});

test('a squash commit is its only commit, a revert and a pick do not count as the reverted', () => {
  const found = find(
    entry('D', 'C', 'Add x (#4)'),
    entry('C', 'B', 'Revert "Add x (#4)" (#5)'),
    entry('B', 'A', 'Add x (#4)'),
    entry('A', '', 'Not one (#0)'),
  );

  expect(found).toEqual([
    [4, 'Add x', 'B'],
    [5, 'Revert "Add x (#4)"', 'C'],
  ]);
});

test.each(['Merge pull request 5 from x', '(#5)', 'Mention (#5) inside', `Too large (#${2 ** 21})`, ''])(
  '%j names no pull request',
  (message) => {
    expect(find(entry('A', '', message))).toEqual([]);
  },
);

test('a merge whose branch was cut off brings nothing', () => {
  expect(find(entry('M', 'X Y', 'Merge pull request #2 from ada/fix'))).toEqual([[2, 'fix', '']]);
});
