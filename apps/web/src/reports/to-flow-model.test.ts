import type { MetricAnswer } from '@throughline/contract';
import { expect, it } from 'vitest';
import { toFlowModel } from './to-flow-model.ts';

const toAnswer = (id: string, counts: readonly number[]) =>
  ({
    metric: { id },
    buckets: counts.map((n, place) => ({
      key: `week ${place}`,
      label: `week ${place}`,
      from: `2026-11-0${place + 2}`,
      until: `2026-11-0${place + 2}`,
      isPartial: place === 1,
      n,
      rows: { period: `2026-11-0${place + 2}..2026-11-0${place + 2}` },
    })),
  }) as unknown as MetricAnswer; // as: what the picture reads of an answer

it('puts what was opened, merged and closed in one week beside each other, each leading to its rows', () => {
  const answers = [
    toAnswer('opened', [4, 2]),
    toAnswer('merged', [3, 0]),
    toAnswer('closed-unmerged', [1, 0]),
  ];

  const { points } = toFlowModel(answers, { team: 'payments', period: 'last-90-days' });

  expect(points.map(({ isPartial, amounts }) => [isPartial, amounts.map(({ n }) => n)])).toEqual([
    [false, [4, 3, 1]],
    [true, [2, 0, 0]],
  ]);
  expect(points[0]?.amounts[1]?.path).toBe(
    '/reports/merged/rows?team=payments&period=2026-11-02..2026-11-02',
  );
});
