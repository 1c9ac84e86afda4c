import type { Figure } from '@throughline/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PersonCounts, toPersonFigures } from './person-figures.ts';

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

const figuresOf = (counts: Partial<PersonCounts>) =>
  toPersonFigures({
    slug: 'kim',
    period,
    by: 'repo',
    shipped: [],
    reviews: [],
    unblocked: 0,
    labels: [],
    firstResponse: { n: 0, medianS: undefined, p90S: undefined, valuesS: [] },
    usual: undefined,
    kinds: { kinds: new Map(), refactor: 0 },
    waiting: { forThem: { rows: [], total: 2 }, forOthers: { rows: [], total: 0 } },
    scopes: whole,
    ...counts,
  });

const add = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('toPersonFigures', () => {
  it('says of each kind of figure whether it rests on a gap', () => {
    const figures = figuresOf({
      scopes: { ...whole, reviews: { gaps: ['Reviews of acme/r1 are not all here.'], percent: 96 } },
    });

    expect(figures.shipped).toMatchObject({ isAtLeast: false });
    expect(figures.shipped).not.toHaveProperty('percent');
    expect(figures.reviews).toMatchObject({ isAtLeast: true, percent: 96 });
    expect(figures.unblocked).toMatchObject({ isAtLeast: true, percent: 96 });
  });

  it('opens each figure at the address of its rows', () => {
    const figures = figuresOf({
      shipped: [count(1, '2026-11-16', 2)],
      reviews: [count(2, '2026-11-16', 3)],
      unblocked: 6,
    });

    expect(figures.shipped).toMatchObject({
      value: 2,
      rows: '/pulls?author=kim&state=merged&period=last-30-days',
    });
    expect(figures.groups[0]?.figure.rows).toBe(
      '/pulls?author=kim&state=merged&repo=acme%2Fr1&period=last-30-days',
    );
    expect(figures.unblocked).toMatchObject({
      value: 6,
      rows: '/people/kim/rows?figure=unblocked&period=last-30-days',
    });
    expect(figures.waiting.forThem.figure).toMatchObject({
      value: 2,
      rows: '/people/kim/rows?figure=waiting',
    });
    expect(figures.weeks.at(-1)?.shipped.rows).toBe(
      '/pulls?author=kim&state=merged&period=2026-11-16..2026-11-21',
    );
  });

  it('puts labels by size and what has none last', () => {
    const { groups } = figuresOf({
      by: 'label',
      labels: [
        { name: '', count: 9 },
        { name: 'bug', count: 1 },
        { name: 'feature', count: 4 },
      ],
    });

    expect(groups.map(({ name, figure }) => [name, figure.value])).toEqual([
      ['feature', 4],
      ['bug', 1],
      ['No label', 9],
    ]);
  });

  it('says what share no rule fits, and nothing of a usual repository that nobody can tell', () => {
    const figures = figuresOf({
      kinds: {
        kinds: new Map([
          ['feature', 2],
          ['none', 1],
        ]),
        refactor: 0,
      },
    });

    expect(figures.kinds.parts.map(({ kind, sharePercent }) => [kind, sharePercent])).toEqual([
      ['feature', 67],
      ['maintenance', 0],
      ['incident', 0],
      ['none', 33],
    ]);
    expect(figures.outside).not.toHaveProperty('shipped');
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
        const figures = figuresOf({ shipped });
        const valueOf = ({ value }: Figure): number => value;

        expect(add(figures.weeks.map((week) => valueOf(week.shipped)))).toBe(figures.shipped.value);
        expect(add(figures.groups.map(({ figure }) => valueOf(figure)))).toBe(figures.shipped.value);
      }),
    );
  });
});
