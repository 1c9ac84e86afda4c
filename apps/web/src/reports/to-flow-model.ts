import type { MetricAnswer } from '@throughline/contract';
import type { FlowModel } from '../ui/chart-flow-model.ts';
import { flowMetrics } from './flow-names.data.ts';
import { type MetricParams, toRowsPath } from './metric-address.ts';

/** The answers about one question, in the order of `flowMetrics`, as one picture; their places of time are the same. */
export function toFlowModel(answers: readonly MetricAnswer[], params: MetricParams): FlowModel {
  const [first] = answers;
  return {
    names: flowMetrics.map(({ name }) => name),
    points: (first?.buckets ?? []).map(({ key, label, from = key, until = from, isPartial, rows }) => ({
      key,
      label,
      from,
      until,
      isPartial,
      amounts: answers.map(({ metric, buckets }) => ({
        n: buckets.find((bucket) => bucket.key === key)?.n ?? 0,
        path: toRowsPath(metric.id, params, rows),
      })),
    })),
  };
}
