import { exportPullRequestsCsv, exportPullRequestsJson, type PullRequestRow } from '@throughline/contract';
import { handleFile, type RouteHandler, type Viewer } from '../../access/index.ts';
import { writeCsv } from '../../platform/csv/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import type { AskedPulls } from '../lists/asked-pulls.ts';
import { type ListDependencies, openList } from '../lists/open-list.sql.ts';
import { type PullCursor, parsePullCursor } from '../lists/pull-cursor.ts';
import type { GivenQuery } from '../lists/pull-filter.ts';
import { loadPullRows } from '../lists/pull-rows.sql.ts';
import { isIndexed } from '../lists/pull-sort.ts';
import { createExportSlots } from './export-slots.ts';
import { pullCsvColumns } from './pull-columns.data.ts';
import { writeJsonRows } from './write-json-rows.ts';

/** Rows read at once; of an order without an index more, for each batch then looks through all of them. */
const rowsABatch = { indexed: 2_000, sorted: 20_000 } as const;
const filesAtOnce = 2;

/** Files of pull requests: all rows of the list, read page by page while they are sent. */
export function pullExportRoutes(deps: ListDependencies): readonly RouteHandler[] {
  const slots = createExportSlots(filesAtOnce);
  const open = async (reader: Viewer, query: GivenQuery, signal: AbortSignal) => {
    const { asked } = await openList(deps, reader, query);
    refuseIgnored(asked);
    slots.take(signal);
    return readBatches(deps.database, asked, signal);
  };
  return [
    handleFile(exportPullRequestsCsv, async ({ reader, query, request }) => ({
      name: 'pull-requests.csv',
      texts: writeCsv(pullCsvColumns, await open(reader, query, request.signal)),
    })),
    handleFile(exportPullRequestsJson, async ({ reader, query, request }) => ({
      name: 'pull-requests.json',
      texts: writeJsonRows(await open(reader, query, request.signal)),
    })),
  ];
}

/** A file with more rows than were asked for would go unnoticed, so what is not understood is refused. */
function refuseIgnored({ filter: { ignored } }: AskedPulls): void {
  if (ignored.length === 0) return;
  const fields = Object.fromEntries(ignored.map(({ name, reason }) => [name, reason]));
  const said = ignored.map(({ name, value, reason }) => `${name}=${value}: ${reason}`).join(' ');
  throw new AppError('input-invalid', `Change these filters and try again. ${said}`, { fields });
}

/** Batches of rows, each read while the one before it is written. */
async function* readBatches(
  sql: Sql,
  asked: AskedPulls,
  signal: AbortSignal,
): AsyncGenerator<readonly PullRequestRow[], void, undefined> {
  const { filter } = asked;
  const limit = isIndexed(filter.sort) ? rowsABatch.indexed : rowsABatch.sorted;
  const ordered = { ...asked, filter: { ...filter, group: undefined } };
  const load = (after: PullCursor | undefined) => loadPullRows(sql, ordered, { after, limit });
  let page = await load(undefined);
  while (page.next !== undefined && !signal.aborted) {
    const following = load(parsePullCursor(page.next));
    // Whoever goes away meanwhile never waits for it, and its failure is then nobody's.
    following.catch(() => undefined);
    yield page.rows;
    page = await following;
  }
  yield page.rows;
}
