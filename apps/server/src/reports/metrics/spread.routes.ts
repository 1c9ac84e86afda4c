import { getMetricSpread, type MetricSpread } from '@throughline/contract';
import { handle, type RouteHandler } from '../../access/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import { loadScope } from '../scope.sql.ts';
import { createAnswerMemory } from './answer-memory.ts';
import type { AskedMetric } from './metric-items.sql.ts';
import { hasRowValues } from './metric-question.ts';
import { loadSpreadRows, measureSpread } from './metric-spread.sql.ts';
import { loadRevision, type MetricDependencies, openMetric } from './open-metric.sql.ts';
import { spreadEdges } from './spread-edges.data.ts';
import { toAskedKey } from './to-asked-key.ts';
import { toMetric } from './to-metric.ts';
import { toSpread } from './to-spread.ts';

const answersKept = 200;

type LoadedSpread = Pick<MetricSpread, 'n' | 'missing' | 'median' | 'p90' | 'bars' | 'dots' | 'far'>;

/** How the values of a metric lie, over what the caller may see. */
export function spreadRoutes(deps: MetricDependencies): readonly RouteHandler[] {
  const memory = createAnswerMemory<LoadedSpread>(answersKept);
  const { database } = deps;
  return [
    handle(getMetricSpread, async ({ params, query, reader }) => {
      const { asked, visible, todayOn } = await openMetric(deps, reader, params.metric, query);
      const edges = getEdges(asked);
      const [revision, scope] = await Promise.all([loadRevision(database), loadScope(database, visible)]);
      const key = `${revision} ${todayOn} ${toAskedKey(asked)}`;
      const spread = await memory.recall(key, async () => {
        const measured = await measureSpread(database, asked, edges);
        return { ...toSpread(measured, edges), ...(await loadSpreadRows(database, asked, measured)) };
      });
      const { declaration, sql, preset, period, ignored } = asked.question;
      return {
        metric: toMetric(declaration, sql),
        ...(preset !== undefined && { preset }),
        period,
        ignored: [...ignored],
        nothingSeen: [...asked.resolved.nothingSeen],
        ...spread,
        scope,
      };
    }),
  ];
}

function getEdges({ question: { declaration, sql } }: AskedMetric): readonly number[] {
  const edges = hasRowValues(sql) ? spreadEdges[declaration.unit] : undefined;
  if (edges !== undefined) return edges;
  throw new AppError(
    'input-invalid',
    `A pull request has no value of its own in ${declaration.name.toLowerCase()}. Ask for the spread of a metric of times or sizes.`,
  );
}
