import { describe, expect, it } from 'vitest';
import { type RepositoryGap, toGapSentences } from './gaps.ts';

const gap = (state: RepositoryGap['state'], held: number, total?: number): RepositoryGap => ({
  fullName: 'acme/web',
  state,
  held,
  total,
  unreadable: 0,
  readAt: '3 November 2026, 09:14',
});

describe('toGapSentences', () => {
  it.each([
    [gap('reading', 61, 100), 'acme/web is still being read: 61 %.'],
    [gap('reading', 999, 1000), 'acme/web is still being read: 99 %.'],
    [gap('reading', 100, 100), 'acme/web is still being read: 99 %.'],
    [gap('waiting', 0), 'acme/web has not been read yet.'],
    [gap('waiting', 9, 10), 'acme/web waits to be read to its end: 90 %.'],
    [gap('paused', 1, 2), 'Reading acme/web is paused: 50 %.'],
    [gap('failed', 1, 4), 'acme/web could not be read to its end: 25 %.'],
    [gap('behind', 4, 4), 'acme/web was last read on 3 November 2026, 09:14; what came since is missing.'],
    [{ ...gap('unreadable', 3, 4), unreadable: 1 }, '1 pull request of acme/web could not be read.'],
    [{ ...gap('unreadable', 3, 4), unreadable: 2 }, '2 pull requests of acme/web could not be read.'],
  ])('says %j', (given, sentence) => {
    expect(toGapSentences([given])).toEqual([sentence]);
  });

  it('names three and counts the rest', () => {
    const sentences = toGapSentences(Array.from({ length: 5 }, () => gap('waiting', 0)));

    expect(sentences).toHaveLength(4);
    expect(sentences.at(-1)).toBe('2 more repositories are not whole yet.');
  });

  it('says nothing when nothing is missing', () => {
    expect(toGapSentences([])).toEqual([]);
  });
});
