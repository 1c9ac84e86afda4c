import type { Metric, MetricAnswer, MetricBucket } from '@throughline/contract';
import { expect, it } from 'vitest';
import { toChartModel } from './to-chart-model.ts';

const metric: Metric = {
  id: 'cycle-time',
  name: 'Cycle time',
  group: 'time',
  unit: 'seconds',
  summary: 'median',
  stages: [{ id: 'coding', label: 'coding' }],
  bands: [],
} as unknown as Metric; // as: a picture asks for no more of it

const toModel = (bucket: Partial<MetricBucket>) =>
  toChartModel(
    {
      metric,
      by: 'repo',
      buckets: [{ key: 'api', label: 'acme/api', n: 2, missing: 0, isPartial: false, rows: {}, ...bucket }],
    } as unknown as MetricAnswer, // as: see above
    {},
  );

it('stacks the stages of what has a median', () => {
  const model = toModel({ n: 9, value: 60, stages: [{ id: 'coding', value: 40 }] });

  expect(model?.points[0]?.parts).toEqual([40]);
});

it('draws no stages of fewer than five: their values are listed', () => {
  const model = toModel({ values: [20, 900], stages: [{ id: 'coding' }] });

  expect(model?.points[0]).toMatchObject({ value: undefined, values: [20, 900], parts: [undefined] });
});
