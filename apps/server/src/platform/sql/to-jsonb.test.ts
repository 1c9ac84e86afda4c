import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toJsonb } from './to-jsonb.ts';

test.each([
  ['a character zero', 'a\0b', 'a\uFFFDb'],
  ['the first half of a pair', 'a\uD83Db', 'a\uFFFDb'],
  ['the second half of a pair', 'a\uDE00b', 'a\uFFFDb'],
  ['a whole pair', 'a😀b', 'a😀b'],
  ['words that look like an escape', 'a\\u0000 \\ud83d', 'a\\u0000 \\ud83d'],
])('%s reaches PostgreSQL as something it stores', (_what, given, stored) => {
  expect(JSON.parse(toJsonb([{ title: given }]))).toEqual([{ title: stored }]);
});

const pieces = ['a', '\0', '\uD83D', '\uDE00', '\\', 'u0000', 'ud83d', '"', '\n', '😀'];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((some) => some.join(''));

test('whatever text is given, what comes out is storable, and the same but for what is not', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ title: text, count: fc.nat() }), { maxLength: 3 }), (rows) => {
      expect(JSON.parse(toJsonb(rows))).toEqual(
        rows.map(({ title, count }) => ({ title: title.toWellFormed().replaceAll('\0', '\uFFFD'), count })),
      );
    }),
  );
});
