import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPersonFigures } from './person-figures.ts';

const period = {
  text: 'last-30-days',
  label: 'the last 30 days',
  from: '2026-10-23',
  until: '2026-11-21',
  zone: 'UTC',
  isOver: false,
};
const count = (repositoryId: number, startsOn: string, value: number) => ({
  repositoryId,
  fullName: `acme/r${repositoryId}`,
  hostName: 'github.com',
  startsOn,
  count: value,
});

const whole = { shipped: { gaps: [] }, reviews: { gaps: [] } };

describe('toPersonFigures', () => {
  it('says of each kind of figure whether it rests on a gap', () => {
    const figures = toPersonFigures({
      slug: 'kim',
      period,
      shipped: [],
      reviews: [],
      scopes: { ...whole, reviews: { gaps: ['Reviews of acme/r1 are not all here.'], percent: 96 } },
    });

    expect(figures.shipped).toMatchObject({ isAtLeast: false });
    expect(figures.shipped).not.toHaveProperty('percent');
    expect(figures.reviews).toMatchObject({ isAtLeast: true, percent: 96 });
  });

  it('opens each figure at the address of its rows', () => {
    const figures = toPersonFigures({
      slug: 'kim',
      period,
      shipped: [count(1, '2026-11-16', 2)],
      reviews: [count(2, '2026-11-16', 3)],
      scopes: whole,
    });

    expect(figures.shipped).toMatchObject({
      value: 2,
      rows: '/pulls?author=kim&state=merged&period=last-30-days',
    });
    expect(figures.repositories[1]?.reviews).toMatchObject({
      value: 3,
      rows: '/reviews?reviewer=kim&repo=acme%2Fr2&period=last-30-days',
    });
    expect(figures.weeks.at(-1)?.shipped.rows).toBe(
      '/pulls?author=kim&state=merged&period=2026-11-16..2026-11-21',
    );
  });

  it('adds weeks and repositories up to the whole', () => {
    const someCount = fc
      .tuple(
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom('2026-10-19', '2026-11-02', '2026-11-16'),
        fc.nat(9),
      )
      .map(([id, startsOn, value]) => count(id, startsOn, value));
    fc.assert(
      fc.property(fc.array(someCount), (shipped) => {
        const figures = toPersonFigures({ slug: 'kim', period, shipped, reviews: [], scopes: whole });
        const add = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

        expect(add(figures.weeks.map((week) => week.shipped.value))).toBe(figures.shipped.value);
        expect(add(figures.repositories.map((row) => row.shipped.value))).toBe(figures.shipped.value);
      }),
    );
  });
});
