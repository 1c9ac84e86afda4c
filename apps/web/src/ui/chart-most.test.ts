import { expect, it } from 'vitest';
import type { ChartModel, ChartPoint } from './chart-model.ts';
import { findMost } from './chart-most.ts';

const toModel = (kind: ChartModel['kind'], point: Partial<ChartPoint>): ChartModel => ({
  kind,
  axis: 'time',
  parts: [],
  isDuration: true,
  write: String,
  points: [{ key: 'a', label: 'a', value: undefined, n: 1, isPartial: false, path: '/', ...point }],
});

it.each([
  ['a line to its p90', toModel('line', { value: 10, p90: 90 }), 90],
  ['a line to its trend', { ...toModel('line', { value: 10 }), trend: { from: 12, until: 4 } }, 12],
  [
    'a stack to its parts, for it has no p90',
    toModel('stacked', { value: 10, p90: 90, parts: [5, undefined, 15] }),
    20,
  ],
  ['a stack to its tick', toModel('stacked', { value: 30, parts: [5, 15] }), 30],
  ['nothing to 0', toModel('bars', {}), 0],
])('an axis reaches what is drawn: %s', (_name, model, most) => {
  expect(findMost(model)).toBe(most);
});
