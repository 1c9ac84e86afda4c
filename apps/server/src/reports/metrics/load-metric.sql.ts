import type { MetricAnswer, MetricBucket, MetricFigure } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import type { OpenedList } from '../lists/open-list.sql.ts';
import { measureMetric } from './metric-figures.sql.ts';
import type { MetricQuery } from './metric-question.ts';
import { openMetricAgain } from './open-metric.sql.ts';
import { toMetricAnswer } from './to-metric-answer.ts';

/** A metric as another page shows it beside other things. */
export interface LoadedMetric {
  readonly name: string;
  readonly definition: string;
  readonly figure: MetricFigure;
  readonly buckets: readonly MetricBucket[];
  readonly workingTime: MetricAnswer['workingTime'];
}

/**
 * What the page of a metric shows for the same question, over what the reader of an opened list may see. The query must
 * name the same repositories, teams and people as that list.
 */
export async function loadMetric(
  sql: Sql,
  opened: OpenedList,
  id: string,
  query: MetricQuery,
): Promise<LoadedMetric> {
  const { asked, todayOn } = await openMetricAgain(sql, opened, id, query);
  const measured = await measureMetric(sql, asked);
  const { metric, figure, buckets, workingTime } = toMetricAnswer(asked, measured, todayOn);
  return { name: metric.name, definition: metric.definition, figure, buckets, workingTime };
}
