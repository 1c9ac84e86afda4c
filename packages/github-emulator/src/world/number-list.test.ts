import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createInstantOrder, listNumbers } from './number-list.ts';

const order = createInstantOrder(
  [
    { number: 1, atSeconds: 50 },
    { number: 2, atSeconds: 10 },
    { number: 3, atSeconds: 50 },
    { number: 4, atSeconds: 30 },
  ],
  4,
);

function numbersOf(page: { entries: readonly { number: number }[] }): number[] {
  return page.entries.map(({ number }) => number);
}

test('numbers come by instant, equal instants by number', () => {
  const page = listNumbers({ order, direction: 'ASC', first: 10, totalCount: 4 });

  expect(numbersOf(page)).toEqual([2, 4, 1, 3]);
  expect(page).toMatchObject({ hasPreviousPage: false, hasNextPage: false });
});

test('a filter keeps paging honest about what lies before and behind', () => {
  const page = listNumbers({
    order,
    direction: 'DESC',
    first: 1,
    skip: 1,
    totalCount: 2,
    matches: (number) => number % 2 === 1,
  });

  expect(numbersOf(page)).toEqual([1]);
  expect(page).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
});

test('paging by position in either direction gives every match once, in order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 7 }),
      fc.constantFrom('ASC' as const, 'DESC' as const),
      fc.option(fc.integer({ min: 2, max: 4 }), { nil: undefined }),
      (instants, first, direction, modulus) => {
        const entries = instants.map((atSeconds, index) => ({ number: index + 1, atSeconds }));
        const matches = modulus === undefined ? undefined : (number: number) => number % modulus === 0;
        const request = {
          order: createInstantOrder(entries, entries.length),
          direction,
          totalCount: 0,
          matches,
        };
        const expected = entries
          .filter(({ number }) => matches?.(number) ?? true)
          .sort((left, right) => left.atSeconds - right.atSeconds || left.number - right.number)
          .map(({ number }) => number);
        if (direction === 'DESC') expected.reverse();

        const seen: number[] = [];
        let after: number | undefined;
        for (let hasNext = true; hasNext; ) {
          const page = listNumbers({ ...request, first, after });
          expect(page.hasPreviousPage).toBe(seen.length > 0 && page.entries.length > 0);
          seen.push(...numbersOf(page));
          after = page.entries.at(-1)?.position;
          hasNext = page.hasNextPage;
        }

        expect(seen).toEqual(expected);
      },
    ),
  );
});
