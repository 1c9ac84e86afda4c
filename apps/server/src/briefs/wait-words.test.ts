import { expect, it } from 'vitest';
import { toWaitWords } from './wait-words.ts';

it.each([
  [0, '0 min'],
  [59 * 60, '59 min'],
  [3_600, '1 h'],
  [3 * 3_600 + 360, '3.1 h'],
  [26 * 3_600, '26 h'],
  [72 * 3_600, '72 h'],
  [96 * 3_600, '4 d'],
  [30 * 86_400, '30 d'],
])('says %i seconds as %s', (waitS, words) => {
  expect(toWaitWords(waitS)).toBe(words);
});
