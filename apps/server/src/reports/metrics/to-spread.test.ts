import { describe, expect, it } from 'vitest';
import { findFar, type MeasuredSpread, toSpread } from './to-spread.ts';

const toMeasured = (given: Partial<MeasuredSpread>): MeasuredSpread => ({
  n: 20,
  missing: 0,
  quartiles: [10, 20, 40, 90],
  counts: new Map(),
  ...given,
});

describe('bars of a spread', () => {
  const edges = [0, 10, 20, 40];

  it('go from the first range with a row to the last, with those between that have none', () => {
    const { bars } = toSpread(
      toMeasured({
        counts: new Map([
          [2, 4],
          [4, 1],
        ]),
      }),
      edges,
    );

    expect(bars).toEqual([
      { from: 10, until: 20, n: 4, rows: { least: '10', below: '20' } },
      { from: 20, until: 40, n: 0, rows: { least: '20', below: '40' } },
      { from: 40, n: 1, rows: { least: '40' } },
    ]);
  });

  it('hold in the first range what lies below the first edge too', () => {
    expect(toSpread(toMeasured({ counts: new Map([[1, 3]]) }), edges).bars).toEqual([
      { from: 0, until: 10, n: 3, rows: { below: '10' } },
    ]);
  });

  it('are none where there are no values', () => {
    expect(toSpread(toMeasured({ n: 0, quartiles: [] }), edges)).toEqual({ n: 0, missing: 0, bars: [] });
  });
});

it.each([
  [4, undefined, undefined],
  [5, 20, undefined],
  [10, 20, 90],
])('says of %d values a median of %s and a p90 of %s', (n, median, p90) => {
  const spread = toSpread(toMeasured({ n }), []);

  expect([spread.median, spread.p90]).toEqual([median, p90]);
});

it.each<[string, Partial<MeasuredSpread>, number | undefined]>([
  ['one and a half distances of the quartiles above the upper, on a log scale', {}, 320],
  ['nowhere for fewer than ten values', { n: 9 }, undefined],
  ['nowhere where a quarter is 0', { quartiles: [0, 1, 5, 9] }, undefined],
  ['nowhere where the quartiles are the same', { quartiles: [5, 5, 5, 9] }, undefined],
])('far from the rest begins %s', (_, given, least) => {
  expect(findFar(toMeasured(given))).toBe(least);
});
