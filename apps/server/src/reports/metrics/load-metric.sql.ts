import type { MetricBucket, MetricFigure } from '@throughline/contract';
import type { Viewer } from '../../access/index.ts';
import { measureMetric } from './metric-figures.sql.ts';
import type { MetricQuery } from './metric-question.ts';
import { type MetricDependencies, openMetric } from './open-metric.sql.ts';
import { toMetricAnswer } from './to-metric-answer.ts';

/** A metric as another page shows it beside other things. */
export interface LoadedMetric {
  readonly name: string;
  readonly definition: string;
  readonly figure: MetricFigure;
  readonly buckets: readonly MetricBucket[];
}

/** What the page of a metric shows for the same question, over what the reader may see. */
export async function loadMetric(
  deps: MetricDependencies,
  reader: Viewer,
  id: string,
  query: MetricQuery,
): Promise<LoadedMetric> {
  const { asked, todayOn } = await openMetric(deps, reader, id, query);
  const measured = await measureMetric(deps.database, asked);
  const { metric, figure, buckets } = toMetricAnswer(asked.question, measured, todayOn);
  return { name: metric.name, definition: metric.definition, figure, buckets };
}
