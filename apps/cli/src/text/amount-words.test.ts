import { expect, test } from 'vitest';
import { toBytes, toDuration } from './amount-words.ts';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [7_361_070, '7.4 MB'],
  [31_000_000_000, '31 GB'],
])('%i bytes are %s', (bytes, words) => {
  expect(toBytes(bytes)).toBe(words);
});

test.each([
  [0, '0 s'],
  [3.44, '3.4 s'],
  [186, '3.1 min'],
  [50_400, '14 h'],
])('%d seconds are %s', (seconds, words) => {
  expect(toDuration(seconds)).toBe(words);
});
