import { describe, expect, it } from 'vitest';
import type { FlowModel, FlowPoint } from './chart-flow-model.ts';
import { toFlowMark, toFlowPlaces } from './chart-flow-places.ts';

const toPoint = (...counts: readonly number[]): FlowPoint => ({
  key: counts.join(),
  label: '',
  from: '2026-11-02',
  until: '2026-11-08',
  isPartial: false,
  amounts: counts.map((n) => ({ n, path: '/' })),
});
const toModel = (...points: readonly FlowPoint[]): FlowModel => ({
  points,
  names: ['opened', 'merged', 'closed'],
});

describe('a picture of flow', () => {
  it('draws what came up from the line and what went down from it, on one scale', () => {
    const point = toPoint(8, 6, 2);
    const { zero, toPieces } = toFlowPlaces(toModel(point), 500);
    const pieces = toPieces(point);
    const [up, merged, closed] = [pieces[0]!, pieces[1]!, pieces[2]!];

    expect(up.y + up.height).toBe(zero);
    expect([merged.y, closed.y]).toEqual([zero, zero + merged.height]);
    expect(merged.height + closed.height).toBe(up.height);
  });

  it('marks the line with 0 and both ways with how many', () => {
    const { ticks, zero } = toFlowPlaces(toModel(toPoint(8, 3, 0)), 500);

    expect(ticks.map(({ value }) => value)).toEqual([8, 6, 4, 2, 0, 2, 4]);
    expect(ticks[4]?.y).toBe(zero);
  });

  it('has a line and no bars where nothing happened', () => {
    const point = toPoint(0, 0, 0);
    const { toPieces, ticks } = toFlowPlaces(toModel(point), 500);

    expect(toPieces(point).every(({ height }) => height === 0)).toBe(true);
    expect(ticks.every(({ y }) => Number.isFinite(y))).toBe(true);
  });
});

describe('marks of flow', () => {
  it.each([
    ['large and small', toPoint(9, 9, 1)],
    ['all of one kind', toPoint(4, 0, 4)],
    ['none', toPoint(0, 0, 0)],
  ])('lie one beneath the other from top to foot, each to be met, where what went is %s', (_, point) => {
    const places = toFlowPlaces(toModel(point, toPoint(10, 10, 0)), 500);
    const marks = [0, 1, 2].map((series) => toFlowMark(places, point, 0, series));

    expect(marks.map(({ top, height }) => Math.round(top + height))).toEqual([
      Math.round(places.zero),
      Math.round(marks[2]?.top ?? 0),
      Math.round(places.bottom),
    ]);
    expect(Math.min(...marks.map(({ height }) => height))).toBeGreaterThanOrEqual(24);
  });
});
