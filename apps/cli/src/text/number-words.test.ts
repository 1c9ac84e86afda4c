import { expect, test } from 'vitest';
import { toCount, toShare } from './number-words.ts';

test.each([
  [0, 10, '0 %'],
  [1, 1_000, '< 1 %'],
  [999, 1_000, '99 %'],
  [1_000, 1_000, '100 %'],
  [0, 0, '100 %'],
])('%i of %i is %s', (part, whole, words) => {
  expect(toShare(part, whole)).toBe(words);
});

test('one is not many', () => {
  expect([toCount(1, 'repository', 'repositories'), toCount(1_204, 'pull request')]).toEqual([
    '1 repository',
    '1,204 pull requests',
  ]);
});
