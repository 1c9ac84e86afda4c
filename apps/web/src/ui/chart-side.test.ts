import { expect, it } from 'vitest';
import type { ChartModel, ChartPoint } from './chart-model.ts';
import { toSide } from './chart-side.ts';

const toPoint = (point: Partial<ChartPoint>): ChartPoint => ({
  key: 'a',
  label: 'a',
  value: undefined,
  n: 1,
  isPartial: false,
  path: '/',
  ...point,
});
const toModel = (model: Partial<ChartModel>, points: readonly ChartPoint[]): ChartModel => ({
  kind: 'line',
  axis: 'side',
  parts: [],
  isDuration: true,
  write: String,
  points,
  ...model,
});

it('draws every bar from 0 on one scale, which the largest p90 ends', () => {
  const [short, long] = [toPoint({ value: 10 }), toPoint({ value: 50, p90: 100 })];
  const model = toModel({}, [short, long]);

  expect(toSide(model, short, 102).pieces).toEqual([{ part: 0, x: 0, length: 10 }]);
  expect(toSide(model, long, 102)).toMatchObject({ pieces: [{ x: 0, length: 50 }], tail: 100 });
});

it('lays parts one behind the other, leaves out those of 0, and ticks the true median', () => {
  const point = toPoint({ value: 80, parts: [25, 0, undefined, 75] });

  expect(toSide(toModel({ kind: 'stacked' }, [point]), point, 102)).toEqual({
    pieces: [
      { part: 0, x: 0, length: 25 },
      { part: 3, x: 25, length: 75 },
    ],
    tail: undefined,
    tick: 80,
  });
});

it.each([[undefined], [0]])('draws nothing for a value of %s', (value) => {
  const point = toPoint({ value });

  expect(toSide(toModel({}, [point]), point, 102).pieces).toEqual([]);
});
