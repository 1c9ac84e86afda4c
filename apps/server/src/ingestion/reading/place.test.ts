import { expect, test } from 'vitest';
import { parsePlace, toPlaceKey } from './place.ts';

test.each([
  ['at the start of the list', undefined, 0],
  ['behind a cursor', 'Y3Vyc29yOnYyOjEyMw==', 24],
  ['behind a cursor with colons in it', 'a:b:1', 3],
])('a place %s is read back from its key', (_where, cursor, position) => {
  const key = toPlaceKey(cursor, position);

  expect(parsePlace(key)).toEqual({ key, cursor, position });
});

test('a number is no place', () => {
  expect(parsePlace('17')).toBeUndefined();
});
