import { describe, expect, test } from 'vitest';
import { firstFilesBudget, halveBudget, takeFilesBatch } from './plan-files.ts';

const wanted = (...counts: readonly number[]) =>
  counts.map((changedFiles, index) => ({ nodeId: `PR_${index}`, changedFiles }));

describe('one question about files', () => {
  test.each([
    ['small ones, all of them', Array.from({ length: 20 }, () => 14), 20],
    ['more than twenty', Array.from({ length: 25 }, () => 1), 20],
    ['large ones', Array.from({ length: 20 }, () => 90), 6],
    ['huge ones, by the page', Array.from({ length: 20 }, () => 3_000), 6],
    ['those of unknown size', Array.from({ length: 25 }, () => 0), 20],
    ['a single one', [3_000], 1],
    ['none', [], 0],
  ])('takes %s', (_name, counts, taken) => {
    expect(takeFilesBatch(wanted(...counts), firstFilesBudget)).toHaveLength(taken);
  });

  test('takes one at least, however little may be asked', () => {
    expect(takeFilesBatch(wanted(100, 100), { pullRequests: 1, files: 1 })).toHaveLength(1);
  });

  test('is halved after it was too much', () => {
    expect(halveBudget(13, firstFilesBudget)).toEqual({ pullRequests: 6, files: 300 });
    expect(halveBudget(1, { pullRequests: 1, files: 1 })).toEqual({ pullRequests: 1, files: 1 });
  });
});
