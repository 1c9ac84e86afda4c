import { describe, expect, it } from 'vitest';
import {
  type ChartDot,
  type DotsModel,
  isLogAxis,
  listLines,
  toDotMark,
  toDotsPlaces,
} from './chart-dots-places.ts';

const toDot = (at: number, value: number): ChartDot => ({
  key: String(at),
  at,
  value,
  label: '',
  path: '/',
  isFar: false,
});
const toModel = (values: readonly number[], edges: readonly number[]): DotsModel => ({
  dots: values.map((value, at) => toDot(at, value)),
  from: 0,
  until: 10,
  edges,
  isDuration: false,
  median: undefined,
  p90: undefined,
  write: String,
});

describe('dots', () => {
  it('stand on a log axis where they spread far, equal factors equally far apart', () => {
    const places = toDotsPlaces(toModel([1, 10, 100], [0, 1, 10, 100]), 500);

    expect(isLogAxis(toModel([1, 10, 100], [0, 1, 10, 100]))).toBe(true);
    expect(places.toY(1)).toBe(places.bottom);
    expect(places.toY(1) - places.toY(10)).toBeCloseTo(places.toY(10) - places.toY(100));
  });

  it('of 0 lie on the foot of a log axis, and none leaves the drawing', () => {
    const places = toDotsPlaces(toModel([0, 5_000], [0, 1, 100]), 500);

    expect(places.toY(0)).toBe(places.bottom);
    expect(places.toY(5_000)).toBe(8);
    expect([places.toX(-5), places.toX(15)]).toEqual([56, 492]);
  });

  it('stand on an axis from 0 where they lie close together', () => {
    const places = toDotsPlaces(toModel([2, 8], [2, 5, 10]), 500);

    expect(places.ticks).toEqual([0, 2, 4, 6, 8]);
    expect(places.toY(4)).toBe((places.bottom + 8) / 2);
  });

  it('have marks around their middle', () => {
    const model = toModel([2, 8], [2, 5, 10]);
    const places = toDotsPlaces(model, 500);
    const mark = toDotMark(places, toDot(5, 4));

    expect([mark.left + mark.width / 2, mark.top + mark.height / 2]).toEqual([places.toX(5), places.toY(4)]);
  });
});

describe('lines of median and p90', () => {
  const model = toModel([1, 8], [1, 2, 5, 10]);
  const places = toDotsPlaces(model, 500);

  it.each<[string, Partial<DotsModel>, readonly string[]]>([
    ['both where they lie apart', { median: 2, p90: 7 }, ['median', 'p90']],
    ['one for both where they lie on each other', { median: 5, p90: 5.1 }, ['median and p90']],
    ['none where values are few', {}, []],
  ])('are %s', (_, given, names) => {
    expect(listLines({ ...model, ...given }, places).map(({ name }) => name)).toEqual(names);
  });

  it('have their name in the drawing at the top too', () => {
    const [line] = listLines({ ...model, median: 8 }, places);

    expect(line?.textY).toBeGreaterThan(line?.y ?? 0);
  });
});
