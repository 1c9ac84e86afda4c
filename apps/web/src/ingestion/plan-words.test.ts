import { describe, expect, it } from 'vitest';
import { toByteWords, toCpuWords } from './plan-words.ts';

describe('what a backfill takes, in words', () => {
  it.each([
    [0, 'none'],
    [999, 'under 1 kB'],
    [1_200, '1.2 kB'],
    [45_000_000, '45 MB'],
    [1_234_000_000, '1.2 GB'],
  ])('%i bytes', (bytes, words) => {
    expect(toByteWords(bytes)).toBe(words);
  });

  it.each([
    [0, '0 s'],
    [41.2, '42 s'],
    [500, '8 min'],
    [12_600, '3.5 h'],
    [90_000, '25 h'],
  ])('%d seconds', (seconds, words) => {
    expect(toCpuWords(seconds)).toBe(words);
  });
});
