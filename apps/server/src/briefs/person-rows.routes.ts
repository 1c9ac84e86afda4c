import {
  exportPersonRowsCsv,
  exportPersonRowsJson,
  listPersonRows,
  type Period,
  type RouteInput,
  type WorkRow,
} from '@throughline/contract';
import { handle, handleFile, loadWorkspace, type RouteHandler, type Viewer } from '../access/index.ts';
import { openPerson, type PersonRecord } from '../people/index.ts';
import { writeCsv, writeJsonRows } from '../platform/csv/index.ts';
import { AppError } from '../platform/errors/index.ts';
import { type IgnoredParameter, loadScope, parseCursor, toToday } from '../reports/index.ts';
import { loadVisibleRepositories, type VisibleRepositories } from '../visibility/index.ts';
import type { BriefDependencies } from './brief-dependencies.ts';
import { personDefinitions } from './person-definitions.data.ts';
import { parsePersonQuery } from './person-query.ts';
import { personRowColumns } from './person-row-columns.data.ts';
import { loadPersonRows, type PersonRows } from './person-rows.sql.ts';
import { loadWaiting } from './person-waiting.sql.ts';

const rowsAPage = 50;
const rowsABatch = 2_000;

/** What waits for one person is judged as a whole, and shown as a whole: nobody's turn comes more often. */
const waitingAtMost = 1_000;

/** The rows behind the figures of a person's page, and the same as files. */
export const personRowsRoutes = (deps: BriefDependencies): readonly RouteHandler[] => [
  handle(listPersonRows, async ({ params, query, reader }) => {
    const asked = await open(deps, reader, params.slug, query);
    const { person, visible, period, ignored } = asked;
    const after = query.after;
    const [{ rows, total, next }, scope] = await Promise.all([
      loadRows(deps, asked, { after, limit: rowsAPage, waitingLimit: waitingAtMost }),
      loadScope(deps.database, visible, ['reviews']),
    ]);
    const { title, says } = personDefinitions[query.figure];
    return {
      person: { slug: person.slug, name: person.name },
      title,
      definition: says,
      rows: [...rows],
      total,
      ...(next === undefined ? {} : { next }),
      period,
      ignored: [...ignored],
      scope,
    };
  }),
  ...fileRoutes(deps),
];

function fileRoutes(deps: BriefDependencies): readonly RouteHandler[] {
  const read = async (reader: Viewer, slug: string, query: RowsQuery, signal: AbortSignal) => {
    const asked = await open(deps, reader, slug, query);
    refuseIgnored(asked.ignored);
    return readBatches(deps, asked, signal);
  };
  return [
    handleFile(exportPersonRowsCsv, async ({ params, query, reader, request }) => ({
      name: `${query.figure}.csv`,
      texts: writeCsv(personRowColumns, await read(reader, params.slug, query, request.signal)),
    })),
    handleFile(exportPersonRowsJson, async ({ params, query, reader, request }) => ({
      name: `${query.figure}.json`,
      texts: writeJsonRows(await read(reader, params.slug, query, request.signal)),
    })),
  ];
}

type RowsQuery = RouteInput<typeof exportPersonRowsCsv>['query'];

interface RowsAsked {
  readonly reader: Viewer;
  readonly person: PersonRecord;
  readonly visible: VisibleRepositories;
  readonly period: Period;
  readonly ignored: readonly IgnoredParameter[];
  readonly query: RowsQuery;
}

/** The person is opened first: whoever may not look learns nothing, and whoever looks is seen. */
async function open(
  { database, clock }: BriefDependencies,
  reader: Viewer,
  slug: string,
  query: RowsQuery,
): Promise<RowsAsked> {
  const person = await openPerson(database, reader, slug, 'list');
  const { zone } = await loadWorkspace(database);
  const { period, ignored } = parsePersonQuery({ period: query.period }, toToday(clock.now(), zone));
  return { reader, person, visible: await loadVisibleRepositories(database, reader), period, ignored, query };
}

interface Part {
  readonly after: string | undefined;
  readonly limit: number;
  /** What waits comes at once and not by pages. */
  readonly waitingLimit: number;
}

async function loadRows(
  { database, clock }: BriefDependencies,
  { reader, person, visible, period, query: { figure, value } }: RowsAsked,
  { after, limit, waitingLimit }: Part,
): Promise<PersonRows> {
  if (figure !== 'waiting' && figure !== 'waiting-for-others') {
    const cursor = after === undefined ? undefined : parseCursor(after);
    const set = { visible, personId: person.personId, period, figure, value };
    return loadPersonRows(database, set, { after: cursor, limit });
  }
  const waiting = await loadWaiting(database, visible, {
    personId: person.personId,
    name: person.userId === reader.userId ? undefined : person.name,
    now: clock.now(),
    zone: period.zone,
    limit: waitingLimit,
  });
  return { ...(figure === 'waiting' ? waiting.forThem : waiting.forOthers), next: undefined };
}

async function* readBatches(
  deps: BriefDependencies,
  asked: RowsAsked,
  signal: AbortSignal,
): AsyncGenerator<readonly WorkRow[], void, undefined> {
  let after: string | undefined;
  do {
    const { rows, next } = await loadRows(deps, asked, {
      after,
      limit: rowsABatch,
      waitingLimit: Number.MAX_SAFE_INTEGER,
    });
    yield rows;
    after = signal.aborted ? undefined : next;
  } while (after !== undefined);
}

/** A file of another period than was asked for would go unnoticed, so what is not understood is refused. */
function refuseIgnored(ignored: readonly IgnoredParameter[]): void {
  if (ignored.length === 0) return;
  const said = ignored.map(({ name, value, reason }) => `${name}=${value}: ${reason}`).join(' ');
  throw new AppError('input-invalid', `Change these and try again. ${said}`, {
    fields: Object.fromEntries(ignored.map(({ name, reason }) => [name, reason])),
  });
}
