import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimatePages } from './estimate-pages.ts';

const usual = { pageSize: 25, withSets: false, secondsEach: 0.08 } as const;

describe('pages', () => {
  test.each([
    ['none', { pullRequests: 0 }, []],
    ['less than a page', { pullRequests: 7 }, [[25, 1]]],
    [
      'growing while GitHub is quick, and no further than it is',
      { pullRequests: 1_000 },
      [
        [25, 1],
        [32, 1],
        [40, 1],
        [50, 19],
      ],
    ],
    [
      'growing to the largest where GitHub is always quick',
      { pullRequests: 1_000, secondsEach: 0 },
      [
        [25, 1],
        [32, 1],
        [40, 1],
        [50, 1],
        [63, 1],
        [74, 11],
      ],
    ],
    [
      'of a small repository, with sets',
      { pullRequests: 60, secondsEach: 0, withSets: true },
      [
        [25, 1],
        [29, 2],
      ],
    ],
    ['as large as remembered', { pullRequests: 150, pageSize: 74 }, [[74, 3]]],
  ])('%s', (_name, story, pages) => {
    const estimate = estimatePages({ ...usual, ...story });

    expect(estimate.pages.map(({ size, count }) => [size, count])).toEqual(pages);
    expect(estimate.givenUp).toEqual([]);
  });

  test('are halved until GitHub answers within ten seconds', () => {
    const { pages, givenUp } = estimatePages({ ...usual, pullRequests: 30, secondsEach: 1.4 });

    expect(givenUp).toEqual([25, 12]);
    expect(pages).toEqual([{ size: 6, count: 5 }]);
  });

  test('hold every pull request, and no page is empty', () => {
    const wanted = fc.record({
      pullRequests: fc.integer({ min: 0, max: 200_000 }),
      pageSize: fc.integer({ min: 1, max: 100 }),
      withSets: fc.boolean(),
      secondsEach: fc.double({ min: 0, max: 20, noNaN: true }),
    });

    fc.assert(
      fc.property(wanted, (one) => {
        const { pages } = estimatePages(one);
        const asked = pages.reduce((sum, { size, count }) => sum + size * count, 0);
        const last = pages.at(-1)?.size ?? 0;

        expect(asked).toBeGreaterThanOrEqual(one.pullRequests);
        expect(asked - last).toBeLessThan(Math.max(1, one.pullRequests));
      }),
    );
  });
});
