import { describe, expect, test } from 'vitest';
import { nextFilesSize, takeFilesBatch, takeWaiting } from './plan-files.ts';

const wanted = (...changedFiles: readonly number[]) =>
  changedFiles.map((count, index) => ({ nodeId: `PR_${index}`, changedFiles: count }));

describe('a question about files', () => {
  test.each([
    ['takes as many pull requests as its size', wanted(1, 1, 1, 1), 3, 3],
    ['takes fewer large ones', wanted(10, 10, 10, 10), 3, 2],
    ['takes a single one however large', wanted(3000, 1), 3, 1],
    ['reckons no more than a page for each', wanted(3000, 1, 1), 20, 3],
    ['reckons with ten where the number is not known', wanted(0, 0, 0, 0), 3, 2],
    ['takes all that there are', wanted(1, 1), 75, 2],
  ])('%s', (_, list, size, count) => {
    expect(takeFilesBatch(list, size)).toEqual(list.slice(0, count));
  });

  test.each([
    [75, 'too-much', 37],
    [1, 'too-much', 1],
    [75, { tookMs: 1_000 }, 80],
    [98, { tookMs: 1_000 }, 100],
    [75, { tookMs: 6_000 }, 75],
  ] as const)('for %i that was %o is followed by one for %i', (size, outcome, next) => {
    expect(nextFilesSize(size, outcome)).toBe(next);
  });

  test.each([
    ['is not asked while it is not full', wanted(1, 1, 400), false, []],
    ['is asked when it is full of usual ones', wanted(1, 400, 1, 1), false, ['PR_0', 'PR_2', 'PR_3']],
    ['is asked at the last for usual ones first', wanted(400, 1), true, ['PR_1']],
    ['is asked at the last for long ones', wanted(400, 500), true, ['PR_0', 'PR_1']],
  ] as const)('%s', (_, waiting, isLast, asked) => {
    expect(takeWaiting(waiting, { size: 3, isLast }).map(({ nodeId }) => nodeId)).toEqual(asked);
  });
});
