import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseOid, toOid } from './procedural-oid.ts';

const meanings = fc.record({
  number: fc.integer({ min: 1, max: 2 ** 21 - 1 }),
  kind: fc.constantFrom(
    'commit' as const,
    'base' as const,
    'merge' as const,
    'rebased' as const,
    'before' as const,
  ),
  ordinal: fc.integer({ min: 0, max: 4_095 }),
});
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

test('a commit name says which commit it is to who knows the seed, and nothing to others', () => {
  fc.assert(
    fc.property(seeds, meanings, (seed, meaning) => {
      const oid = toOid(seed, meaning);

      expect(oid).toMatch(/^[0-9a-f]{40}$/);
      expect(parseOid(seed, oid)).toEqual(meaning);
      expect(parseOid((seed + 1) % 2 ** 32, oid)).toBeUndefined();
    }),
  );
});

test('names of neighbours share nothing to the eye', () => {
  const oids = [1, 2, 3, 4].map((number) => toOid(7, { number, kind: 'commit', ordinal: 0 }));

  expect(new Set(oids.flatMap((oid) => [oid.slice(0, 8), oid.slice(-8)])).size).toBe(8);
});
