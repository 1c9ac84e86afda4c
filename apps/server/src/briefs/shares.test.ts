import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toShares } from './shares.ts';

it('gives whole shares by largest remainder', () => {
  expect(toShares([1, 1, 1])).toEqual([34, 33, 33]);
  expect(toShares([7, 4, 1, 0])).toEqual([59, 33, 8, 0]);
  expect(toShares([0, 0])).toEqual([0, 0]);
});

it('always adds to a hundred and never moves a share by one or more', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000), { minLength: 1, maxLength: 6 }), (values) => {
      fc.pre(values.some((value) => value > 0));
      const total = values.reduce((sum, value) => sum + value, 0);
      const shares = toShares(values);

      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
      for (const [index, share] of shares.entries()) {
        expect(Math.abs(share - (100 * values[index]!) / total)).toBeLessThan(1);
      }
    }),
  );
});
