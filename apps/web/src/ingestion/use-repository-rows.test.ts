import { describe, expect, it } from 'vitest';
import { keepHundreds, toChunks } from './use-repository-rows.ts';

const ids = Array.from({ length: 250 }, (_, at) => at + 1);

describe('the hundreds that are asked for', () => {
  it.each([
    [[0, 20], [[1, 100]]],
    [
      [95, 130],
      [
        [1, 100],
        [101, 200],
      ],
    ],
    [
      [180, 249],
      [
        [101, 200],
        [201, 250],
      ],
    ],
    [
      [0, 249],
      [
        [1, 100],
        [101, 200],
        [201, 250],
      ],
    ],
  ] as const)('of places %j', (shown, ends) => {
    expect(toChunks(ids, shown).map((chunk) => [chunk[0], chunk.at(-1)])).toEqual(ends);
  });

  it('are none of an empty list, nor beyond its end', () => {
    expect(toChunks([], [0, 0])).toEqual([]);
    expect(toChunks(ids, [300, 320])).toEqual([]);
  });
});

it('nothing else is asked for while the list scrolls within a hundred', () => {
  const before = [3, 30] as const;

  expect(keepHundreds(before, [9, 99])).toBe(before);
  expect(keepHundreds(before, [70, 100])).toEqual([70, 100]);
});
