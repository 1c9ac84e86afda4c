import { exportPullRequestsCsv, exportPullRequestsJson, type PullRequestRow } from '@throughline/contract';
import { handleFile, type RouteHandler, type Viewer } from '../../access/index.ts';
import { writeCsv, writeJsonRows } from '../../platform/csv/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import type { AskedPulls } from '../lists/asked-pulls.ts';
import { type ListDependencies, openList } from '../lists/open-list.sql.ts';
import { type PullCursor, parsePullCursor } from '../lists/pull-cursor.ts';
import type { GivenQuery } from '../lists/pull-filter.ts';
import { loadPullKeys, loadPullsOfKeys } from '../lists/pull-keys.sql.ts';
import { loadPullRows } from '../lists/pull-rows.sql.ts';
import { isIndexed } from '../lists/pull-sort.ts';
import { createExportSlots } from './export-slots.ts';
import { pullCsvColumns } from './pull-columns.data.ts';

/** Rows read at once. What more of them leave lives longer: a file of a million took 217 MiB with 2,000, and 63 with 500. */
const rowsABatch = 500;
const filesAtOnce = 2;

type Batches = AsyncGenerator<readonly PullRequestRow[], void, undefined>;

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

/** All rows of a list, in its order. */
function readBatches(sql: Sql, asked: AskedPulls, signal: AbortSignal): Batches {
  const ungrouped = { ...asked, filter: { ...asked.filter, group: undefined } };
  const batches = isIndexed(asked.filter.sort) ? readPages(sql, ungrouped) : readByKeys(sql, ungrouped);
  return readAhead(batches, signal);
}

/** Page behind page, as an index gives them. */
async function* readPages(sql: Sql, asked: AskedPulls): Batches {
  let after: PullCursor | undefined;
  do {
    const { rows, next } = await loadPullRows(sql, asked, { after, limit: rowsABatch });
    yield rows;
    after = next === undefined ? undefined : parsePullCursor(next);
  } while (after !== undefined);
}

/** What no index orders is put into order once; page by page, each would look through all of them. */
async function* readByKeys(sql: Sql, asked: AskedPulls): Batches {
  const { repositoryIds, numbers } = await loadPullKeys(sql, asked);
  for (let from = 0; from < numbers.length; from += rowsABatch) {
    yield await loadPullsOfKeys(sql, {
      repositoryIds: repositoryIds.slice(from, from + rowsABatch),
      numbers: numbers.slice(from, from + rowsABatch),
    });
  }
}

/** Reads each batch while the one before it is written. */
async function* readAhead(batches: Batches, signal: AbortSignal): Batches {
  let following = batches.next();
  while (!signal.aborted) {
    const { value, done } = await following;
    if (done === true) return;
    following = batches.next();
    // Whoever goes away meanwhile never waits for it, and its failure is then nobody's.
    following.catch(() => undefined);
    yield value;
  }
}
