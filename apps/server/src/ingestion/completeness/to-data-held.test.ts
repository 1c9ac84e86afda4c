import { describe, expect, test } from 'vitest';
import { type KindCount, toDataHeld, toWholePercent } from './to-data-held.ts';

const files = (count: Partial<KindCount>): KindCount => ({
  kind: 'files',
  pullRequests: 100,
  whole: 100,
  held: 812,
  ...count,
});
const findFiles = (standing: Parameters<typeof toDataHeld>[0], counts: readonly KindCount[]) =>
  toDataHeld(standing, counts).find(({ kind }) => kind === 'files');

describe('how much of a kind of data is here', () => {
  test('is told of each kind, pull requests first', () => {
    const kinds = toDataHeld({ held: 0, total: 0 }, []).map(({ kind }) => kind);

    expect(kinds).toEqual(['pull-requests', 'reviews', 'comments', 'commits', 'files', 'events', 'details']);
  });

  test.each<[string, Parameters<typeof toDataHeld>[0], readonly KindCount[], number | undefined]>([
    ['whole', { held: 100, total: 100 }, [files({})], 100],
    [
      'one list missing of many',
      { held: 10_000, total: 10_000 },
      [files({ pullRequests: 10_000, whole: 9_999 })],
      99,
    ],
    [
      'half of the pull requests, each whole',
      { held: 50, total: 100 },
      [files({ pullRequests: 50, whole: 50 })],
      50,
    ],
    [
      'half of the pull requests, half of them whole',
      { held: 50, total: 100 },
      [files({ pullRequests: 50, whole: 25 })],
      25,
    ],
    ['not counted at GitHub', { held: 50, total: undefined }, [files({})], undefined],
    ['none on GitHub', { held: 0, total: 0 }, [], 100],
    ['not counted here yet', { held: 50, total: 100 }, [], undefined],
    ['nothing here yet', { held: 0, total: 100 }, [], 0],
    ['a pull request came since the count', { held: 101, total: 101 }, [files({})], 100],
    ['more here than GitHub counts', { held: 101, total: 100 }, [files({})], 100],
  ])('%s', (_name, standing, counts, percent) => {
    expect(findFiles(standing, counts)?.percent).toBe(percent);
  });

  test('is whole for every number of which all is here', () => {
    const notWhole = Array.from({ length: 2_000 }, (_, at) => at + 1).filter(
      (total) => findFiles({ held: total, total }, [files({ pullRequests: 7, whole: 7 })])?.percent !== 100,
    );

    expect(notWhole).toEqual([]);
  });

  test.each([
    [0.999_9, 99],
    [1, 100],
    [0.29, 29],
    [0, 0],
  ])('%d is %i %%', (share, percent) => {
    expect(toWholePercent(share)).toBe(percent);
  });
});
