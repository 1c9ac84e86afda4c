import { expect, it } from 'vitest';
import { keepOrder } from './keep-order.ts';

it.each([
  ['at first as given', [3, 1, 2], [], [3, 1, 2]],
  ['afterwards where they were', [1, 2, 3], [3, 1, 2], [3, 1, 2]],
  ['new ones last, as given', [5, 1, 4, 2, 3], [3, 1, 2], [3, 1, 2, 5, 4]],
  ['without those that are gone', [2, 3], [3, 1, 2], [3, 2]],
])('rows stand %s', (_, rows, order, expected) => {
  expect(keepOrder(rows, order, (row) => row)).toEqual(expected);
});
