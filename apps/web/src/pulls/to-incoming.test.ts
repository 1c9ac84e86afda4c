import type { PullRequestRow } from '@throughline/contract';
import { describe, expect, test } from 'vitest';
import { toIncoming } from './to-incoming.ts';

// as: only what tells rows apart matters here
const rows = (...numbers: number[]) =>
  numbers.map((number) => ({ repository: { repositoryId: 1 }, number }) as PullRequestRow);
const merge = (loaded: readonly number[], fresh: readonly number[], next?: string) =>
  toIncoming(rows(...loaded), { pullRequests: rows(...fresh), next }).map(({ number }) => number);

describe('toIncoming', () => {
  test('puts what came before what was loaded', () => {
    expect(merge([5, 4, 3, 2, 1], [6, 5, 4], 'more')).toEqual([6, 5, 4, 3, 2, 1]);
  });

  test('leaves out what left the first page', () => {
    expect(merge([5, 4, 3, 2, 1], [5, 3, 2], 'more')).toEqual([5, 3, 2, 1]);
  });

  test('is the first page where that is all there is', () => {
    expect(merge([5, 4, 3], [4])).toEqual([4]);
  });

  test('keeps what was loaded where nothing is known any more', () => {
    expect(merge([2, 1], [9, 8, 7], 'more')).toEqual([9, 8, 7, 2, 1]);
  });
});
