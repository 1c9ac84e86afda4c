import { describe, expect, it } from 'vitest';
import { toCount, toNumber, toShare } from './number-words.ts';

describe('numbers in words', () => {
  it('groups whole numbers', () => {
    expect(toNumber(200480)).toBe('200,480');
  });

  it.each([
    [0, '0 repositories'],
    [1, '1 repository'],
    [1204, '1,204 repositories'],
  ])('says %d as %s', (value, words) => {
    expect(toCount(value, 'repository', 'repositories')).toBe(words);
  });

  it.each([
    [0, 200, '0 %'],
    [1, 200_480, '< 1 %'],
    [199, 200, '99 %'],
    [200, 200, '100 %'],
    [0, 0, '100 %'],
    [201, 200, '100 %'],
  ])('says %d of %d as %s', (part, whole, words) => {
    expect(toShare(part, whole)).toBe(words);
  });
});
