import { describe, expect, it } from 'vitest';
import { toByteWords, toCpuWords, toHourWords } from './plan-words.ts';

describe('what a backfill takes, in words', () => {
  it.each([
    [{ from: 0, to: 0 }, 'Nothing to wait for'],
    [{ from: 0.2, to: 0.6 }, 'Less than an hour'],
    [{ from: 0.4, to: 1.3 }, 'About 1 to 2 hours'],
    [{ from: 3.2, to: 4.6 }, 'About 3 to 5 hours'],
    [{ from: 1, to: 1 }, 'About 1 hour'],
    [{ from: 60, to: 90 }, 'About 2 to 4 days'],
  ])('%j hours', (hours, words) => {
    expect(toHourWords(hours)).toBe(words);
  });

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
