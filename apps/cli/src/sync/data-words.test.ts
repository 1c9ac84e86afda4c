import type { DataHeld } from '@throughline/contract';
import { describe, expect, test } from 'vitest';
import { toLeastWhole, toWhole } from './data-words.ts';

test.each([
  [0, '○ 0 %'],
  [1, '◔ 1 %'],
  [49, '◔ 49 %'],
  [61, '◑ 61 %'],
  [99, '◕ 99 %'],
  [100, '● 100 %'],
  [undefined, 'not counted yet'],
])('%s per cent are %s', (percent, words) => {
  expect(toWhole(percent)).toBe(words);
});

describe('the data of a repository in short', () => {
  const held = (kind: DataHeld['kind'], percent?: number): DataHeld => ({
    kind,
    held: 1,
    ...(percent !== undefined && { percent }),
  });

  test.each([
    ['all alike', [held('reviews', 61), held('files', 61)], '◑ 61 %'],
    ['one behind the others', [held('reviews', 100), held('files', 94)], '◕ 94 % files'],
    ['not all counted', [held('reviews', 100), held('files')], 'not counted yet'],
    ['nothing', [], 'not counted yet'],
  ])('%s', (_name, data, words) => {
    expect(toLeastWhole(data)).toBe(words);
  });
});
