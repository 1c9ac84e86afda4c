import { describe, expect, it } from 'vitest';
import { toDuration, toDurationRange } from './duration-words.ts';

describe('a duration', () => {
  it.each([
    [0, '0 min'],
    [59, '59 min'],
    [59.6, '1 h'],
    [60, '1 h'],
    [26 * 60, '26 h'],
    [72 * 60, '72 h'],
    [73 * 60, '3 d'],
  ])('of %d minutes reads %s in a sentence', (minutes, words) => {
    expect(toDuration(minutes)).toBe(words);
  });

  it('has one decimal below ten in a figure', () => {
    const said = [372, 31 * 60, 4.26 * 24 * 60].map((minutes) => toDuration(minutes, { isFigure: true }));

    expect(said).toEqual(['6.2 h', '31 h', '4.3 d']);
  });
});

describe('a range of durations', () => {
  it.each([
    [40, 55, '40 to 55 min'],
    [50, 120, '50 min to 2 h'],
    [3, 3, 'about 3 min'],
    [180, 300, '3 to 5 h'],
  ])('from %d to %d minutes reads %s', (from, to, words) => {
    expect(toDurationRange(from, to)).toBe(words);
  });
});
