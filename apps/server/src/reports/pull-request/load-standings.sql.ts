import type { Sql } from '../../platform/sql/index.ts';
import { allMetrics } from '../metrics/all-metrics.metric.ts';
import type { MetricDeclaration } from '../metrics/metric.ts';
import { toMeasured } from '../metrics/metric-items.sql.ts';
import type { PullKey } from './find-pull-request.sql.ts';
import type { Standing } from './to-figures.ts';

/** Rows of a metric's id, whether the metric is about the pull request, whether it has a value, and when it counts. */
const toJudgedSql = (): string => `(values ${allMetrics.map(toRowSql).join(', ')})`;

function toRowSql({ id, populationSql, measure, atSql }: MetricDeclaration): string {
  const { presentSql } = toMeasured(measure);
  return `('${id}', coalesce(${populationSql}, false), coalesce(${presentSql}, false), ${atSql})`;
}

/**
 * How one pull request stands in each metric, by the metrics' own definitions; none until its facts are made and while
 * figures leave it out. Whether others took part is asked as for everybody together. `day` is that of the workspace.
 */
export async function loadStandings(
  sql: Sql,
  { repositoryId, number }: PullKey,
  zone: string,
): Promise<readonly Standing[]> {
  return sql.query<Standing>(
    `select
       judged.id,
       judged.is_of_it as "isOfIt",
       judged.is_present as "isPresent",
       to_char(judged.at at time zone $3::text, 'YYYY-MM-DD') as day
     from v_pull_request_fact as fact
     cross join lateral (select fact.words_before_end > 0 as is_there) as participation
     cross join lateral ${toJudgedSql()} as judged (id, is_of_it, is_present, at)
     where fact.repository_id = $1::bigint
       and fact.number = $2::integer
       and fact.exclusion_kind is null`,
    [repositoryId, number, zone],
  );
}
