import { describe, expect, it } from 'vitest';
import { findTrend, listBuckets } from './buckets.ts';
import { measureSharing } from './measure-sharing.ts';
import type { MetricSql } from './metric.ts';
import { toFigure } from './to-figure.ts';

const amounts: MetricSql = { atSql: '', populationSql: '', measure: { kind: 'amounts', valueSql: '' } };

/** What the database makes of values: linear interpolation between them, at the fractions that are asked for. */
const measure = (values: readonly number[]) => ({
  n: values.length,
  missing: 2,
  spread: [0, 1 / 3, 0.5, 2 / 3, 0.9, 1].map((part) => interpolate(values, part)),
  workingSpread: null,
  numerator: 6,
  denominator: 8,
  authors: 3,
  s1: null,
  s2: null,
  s3: null,
  s4: null,
});

const interpolate = (values: readonly number[], part: number): number => {
  const place = part * (values.length - 1);
  const below = values[Math.floor(place)]!;
  return below + (values[Math.ceil(place)]! - below) * (place - Math.floor(place));
};

describe('a figure', () => {
  it.each([[[7]], [[2, 9]], [[1, 4, 5]], [[1, 2, 30, 400]]])('of few values lists them: %j', (values) => {
    const figure = toFigure(amounts, measure(values));

    expect(figure.values).toEqual(values);
    expect(figure.value).toBeUndefined();
  });

  it('has a median from five values on, and p90 from ten', () => {
    const five = toFigure(amounts, measure([1, 2, 3, 4, 100]));
    const ten = toFigure(amounts, measure([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));

    expect([five.value, five.p90]).toEqual([3, undefined]);
    expect(ten).toMatchObject({ n: 10, missing: 2, value: 5.5 });
    expect(ten.p90).toBeCloseTo(9.1);
  });

  it('tells the medians of its stages from five values on too', () => {
    const sql: MetricSql = { ...amounts, stages: [{ id: 'coding', label: 'coding', valueSql: '' }] };

    expect(toFigure(sql, { ...measure([1, 2]), s1: 1 }).stages).toEqual([{ id: 'coding' }]);
    expect(toFigure(sql, { ...measure([1, 2, 3, 4, 5]), s1: 1 }).stages).toEqual([
      { id: 'coding', value: 1 },
    ]);
  });

  it('is told in working hours too where they are measured, by the same rules', () => {
    const spread = [1, 1, 2, 3, 4, 5];

    expect(toFigure(amounts, { ...measure([1, 2, 3, 4, 100]), workingSpread: spread }).working).toEqual({
      value: 2,
    });
    expect(toFigure(amounts, { ...measure([1, 2]), workingSpread: spread }).working).toEqual({
      values: [1, 5],
    });
    expect(toFigure(amounts, measure([1, 2, 3, 4, 100])).working).toBeUndefined();
  });

  it('of nothing has no value, and a count of nothing is 0', () => {
    expect(toFigure(amounts, undefined)).toEqual({ n: 0, missing: 0 });
    expect(toFigure({ ...amounts, measure: { kind: 'count' } }, undefined).value).toBe(0);
  });

  it('pools before it divides', () => {
    const share = toFigure({ ...amounts, measure: { kind: 'share', holdsSql: '' } }, measure([1]));

    expect(share).toMatchObject({ value: 75, numerator: 6, denominator: 8 });
  });

  it('of the rule sei is the sum of the stages’ means', () => {
    const sql: MetricSql = { ...amounts, measure: { kind: 'amounts', valueSql: '', isMean: true } };

    expect(toFigure(sql, { ...measure([1]), s1: 10, s2: 20, s4: 5 }).value).toBe(35);
  });
});

describe('knowledge sharing', () => {
  const pair = (reviewer: number, author: number, n: number) => ({ reviewer, author, n });
  it.each([
    ['everybody reviews everybody', [pair(1, 2, 3), pair(2, 1, 3)], 1],
    [
      'one of four pairs does all: 1 − 3/4',
      [pair(1, 3, 8), pair(2, 4, 0), pair(1, 4, 0), pair(2, 3, 0)],
      0.25,
    ],
    ['pairs that did nothing count', [pair(1, 3, 4), pair(2, 4, 4)], 0.5],
    ['1, 2, 3 and 4: 1 − 0.25', [pair(1, 3, 1), pair(1, 4, 2), pair(2, 3, 3), pair(2, 4, 4)], 0.75],
  ])('%s', (_, pairs, value) => {
    expect(measureSharing(pairs)).toBeCloseTo(value);
  });

  it('of nobody is not known', () => {
    expect(measureSharing([])).toBeUndefined();
  });
});

describe('divisions of time', () => {
  const period = { text: '', label: '', from: '2026-11-04', until: '2026-11-21', zone: 'UTC', isOver: false };

  it('are all weeks of the period, cut ones and the running one not whole', () => {
    const weeks = listBuckets('week', period, [], '2026-11-21');

    expect(weeks.map(({ label, from, until, isPartial }) => [label, from, until, isPartial])).toEqual([
      ['2026-W45', '2026-11-04', '2026-11-08', true],
      ['2026-W46', '2026-11-09', '2026-11-15', false],
      ['2026-W47', '2026-11-16', '2026-11-21', true],
    ]);
  });

  it('have a trend from four whole ones on', () => {
    const whole = [1, 2, 3, 4].map((value) => ({ isPartial: false, value }));

    expect(findTrend([...whole, { isPartial: true, value: 99 }])).toEqual({ from: 1, until: 4 });
    expect(findTrend([...whole.slice(1), { isPartial: true, value: 99 }])).toBeUndefined();
    expect(findTrend([...whole.slice(1), { isPartial: false }])).toBeUndefined();
  });

  it('side by side stand by name, never by value', () => {
    const labels = listBuckets('label', period, ['ui', 'bug', 'area 10', 'area 9'], '2026-11-21');

    expect(labels.map(({ key }) => key)).toEqual(['area 9', 'area 10', 'bug', 'ui']);
  });
});
