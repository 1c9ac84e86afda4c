import {
  exportMetricCsv,
  exportMetricJson,
  getMetric,
  listMetricRows,
  listMetrics,
  type MetricRow,
} from '@throughline/contract';
import { handle, handleFile, type RouteHandler, type Viewer } from '../../access/index.ts';
import { type CsvColumn, writeCsv, writeJsonRows } from '../../platform/csv/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { parseCursor, type RowCursor } from '../row-cursor.ts';
import { loadScope } from '../scope.sql.ts';
import { allMetrics } from './all-metrics.metric.ts';
import { createAnswerMemory } from './answer-memory.ts';
import { type MeasuredMetric, measureMetric } from './metric-figures.sql.ts';
import type { AskedMetric } from './metric-items.sql.ts';
import type { MetricQuery } from './metric-question.ts';
import { countMetricRows, loadMetricRows } from './metric-rows.sql.ts';
import { loadRevision, type MetricDependencies, openMetric } from './open-metric.sql.ts';
import { spreadRoutes } from './spread.routes.ts';
import { toAskedKey } from './to-asked-key.ts';
import { toMetric } from './to-metric.ts';
import { toMetricAnswer } from './to-metric-answer.ts';

const rowsAPage = 50;
const rowsABatch = 2_000;
const answersKept = 500;

/** The catalogue of metrics, each of them over what the caller may see, and the rows it rests on. */
export function metricRoutes(deps: MetricDependencies): readonly RouteHandler[] {
  const memory = createAnswerMemory<MeasuredMetric>(answersKept);
  const { database } = deps;
  return [
    handle(listMetrics, () => ({ metrics: allMetrics.map((one) => toMetric(one)) })),
    handle(getMetric, async ({ params, query, reader }) => {
      const { asked, visible, todayOn } = await openMetric(deps, reader, params.metric, query);
      const [revision, scope] = await Promise.all([loadRevision(database), loadScope(database, visible)]);
      const key = `${revision} ${todayOn} ${toAskedKey(asked)}`;
      const measured = await memory.recall(key, () => measureMetric(database, asked));
      return {
        ...toMetricAnswer(asked, measured, todayOn),
        ignored: [...asked.question.ignored],
        nothingSeen: [...asked.resolved.nothingSeen],
        scope,
      };
    }),
    handle(listMetricRows, async ({ params, query: { after, ...query }, reader }) => {
      const { asked } = await openMetric(deps, reader, params.metric, query);
      const page = { after: after === undefined ? undefined : parseCursor(after), limit: rowsAPage };
      const [{ rows, next }, total] = await Promise.all([
        loadMetricRows(database, asked, page),
        countMetricRows(database, asked),
      ]);
      const { ignored, period } = asked.question;
      return { rows: [...rows], total, ...(next !== undefined && { next }), period, ignored: [...ignored] };
    }),
    ...spreadRoutes(deps),
    ...exportRoutes(deps),
  ];
}

function exportRoutes(deps: MetricDependencies): readonly RouteHandler[] {
  const open = async (reader: Viewer, id: string, query: MetricQuery, signal: AbortSignal) => {
    const { asked } = await openMetric(deps, reader, id, query);
    refuseIgnored(asked);
    return readBatches(deps.database, asked, signal);
  };
  return [
    handleFile(exportMetricCsv, async ({ params, query, reader, request }) => ({
      name: `${params.metric}.csv`,
      texts: writeCsv(csvColumns, await open(reader, params.metric, query, request.signal)),
    })),
    handleFile(exportMetricJson, async ({ params, query, reader, request }) => ({
      name: `${params.metric}.json`,
      texts: writeJsonRows(await open(reader, params.metric, query, request.signal)),
    })),
  ];
}

/** A file with more rows than were asked for would go unnoticed, so what is not understood is refused. */
function refuseIgnored({ question: { ignored } }: AskedMetric): void {
  if (ignored.length === 0) return;
  const said = ignored.map(({ name, value, reason }) => `${name}=${value}: ${reason}`).join(' ');
  throw new AppError('input-invalid', `Change these filters and try again. ${said}`, {
    fields: Object.fromEntries(ignored.map(({ name, reason }) => [name, reason])),
  });
}

async function* readBatches(
  sql: Sql,
  asked: AskedMetric,
  signal: AbortSignal,
): AsyncGenerator<readonly MetricRow[], void, undefined> {
  let after: RowCursor | undefined;
  do {
    const { rows, next } = await loadMetricRows(sql, asked, { after, limit: rowsABatch });
    yield rows;
    after = next === undefined || signal.aborted ? undefined : parseCursor(next);
  } while (after !== undefined);
}

const csvColumns: readonly CsvColumn<MetricRow>[] = [
  { name: 'host', cell: ({ repository }) => repository.hostName },
  { name: 'repository', cell: ({ repository }) => repository.fullName },
  { name: 'number', cell: ({ number }) => number },
  { name: 'title', cell: ({ title }) => title },
  { name: 'author', cell: ({ author }) => author.login },
  { name: 'person', cell: ({ author }) => author.person?.name },
  { name: 'at', cell: ({ at }) => at },
  { name: 'value', cell: ({ value }) => value },
  { name: 'working_value', cell: ({ workingValue }) => workingValue },
  { name: 'numerator', cell: ({ numerator }) => numerator },
  { name: 'denominator', cell: ({ denominator }) => denominator },
  { name: 'part', cell: ({ band }) => band },
  { name: 'left_out_because', cell: ({ reason }) => reason },
  { name: 'url', cell: ({ url }) => url },
];
