import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { labelWidth, toAxisLabels } from './chart-axis-labels.ts';

it('names every place where there is room', () => {
  expect([...toAxisLabels({ count: 3, width: 300, toX: (place) => 50 + place * 100 }).keys()]).toEqual([
    2, 1, 0,
  ]);
});

it('keeps names of 52 weeks apart, also before the last, which is moved inwards', () => {
  const labels = toAxisLabels({ count: 52, width: 800, toX: (place) => 56 + (place + 0.5) * 14 });

  expect([...labels].slice(0, 2)).toEqual([
    [51, 762],
    [44, 679],
  ]);
});

it('never lets two names come near each other, nor over the edge', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 200, max: 2_000 }), (count, width) => {
      const step = (width - 64) / count;
      const xs = [...toAxisLabels({ count, width, toX: (place) => 56 + (place + 0.5) * step }).values()];

      expect(xs.length).toBeGreaterThan(0);
      for (const [at, x] of xs.entries()) {
        expect(x + labelWidth / 2).toBeLessThanOrEqual(width);
        if (at > 0) expect(xs[at - 1]! - x).toBeGreaterThanOrEqual(labelWidth - 1e-6);
      }
    }),
  );
});
