import { expect, test } from 'vitest';
import { pickSome } from './pick-some.ts';

const list = Array.from({ length: 60 }, (_, at) => at);

test('a seed picks the same ones each time, in their order, and another seed others', () => {
  const picked = pickSome(list, 20, 7);

  expect(picked).toHaveLength(20);
  expect(picked).toEqual(pickSome(list, 20, 7));
  expect(picked).toEqual(picked.toSorted((one, other) => one - other));
  expect(picked).not.toEqual(pickSome(list, 20, 8));
});

test('every one of a list is picked by some seed, and all where so many are wanted', () => {
  const seen = new Set(Array.from({ length: 40 }, (_, seed) => pickSome(list, 20, seed)).flat());

  expect(seen.size).toBe(60);
  expect(pickSome(list, 100, 1)).toEqual(list);
});
