import { expect, it } from 'vitest';
import type { ChartModel } from './chart-model.ts';
import { toMarkPlace, toPlaces } from './chart-places.ts';

const point = { key: 'a', label: 'a', value: 1, n: 1, isPartial: false, path: '/' };
const model: ChartModel = {
  kind: 'line',
  axis: 'time',
  parts: [],
  isDuration: false,
  write: String,
  points: [point, point],
};

it('lays each mark around the middle of its place in the drawing', () => {
  const second = toMarkPlace(model, 264, 1);

  expect(second.left + second.width / 2).toBe(toPlaces(model, { end: 1, ticks: [] }, 264, '').toX(1));
});
