import { listPersonRows, type Period, type RouteInput } from '@throughline/contract';
import { handle, loadWorkspace, type RouteHandler, type Viewer } from '../access/index.ts';
import { openPerson, type PersonRecord } from '../people/index.ts';
import { loadScope, parseCursor, toToday } from '../reports/index.ts';
import { loadVisibleRepositories, type VisibleRepositories } from '../visibility/index.ts';
import type { BriefDependencies } from './brief-dependencies.ts';
import { personDefinitions } from './person-definitions.data.ts';
import { parsePersonQuery } from './person-query.ts';
import { loadPersonRows, type PersonRows } from './person-rows.sql.ts';
import { loadWaiting } from './person-waiting.sql.ts';

const rowsAPage = 50;

/** What waits for one person is judged as a whole, and shown as a whole: nobody's turn comes more often. */
const waitingAtMost = 1_000;

/** The rows behind the figures of a person's page. */
export const personRowsRoutes = (deps: BriefDependencies): readonly RouteHandler[] => [
  handle(listPersonRows, async ({ params, query, reader }) => {
    const { database, clock } = deps;
    const person = await openPerson(database, reader, params.slug, 'list');
    const { zone } = await loadWorkspace(database);
    const { period, ignored } = parsePersonQuery({ period: query.period }, toToday(clock.now(), zone));
    const visible = await loadVisibleRepositories(database, reader);
    const [{ rows, total, next }, scope] = await Promise.all([
      loadRows(deps, { reader, person, visible, period, query }),
      loadScope(database, visible, ['reviews']),
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
];

interface RowsAsked {
  readonly reader: Viewer;
  readonly person: PersonRecord;
  readonly visible: VisibleRepositories;
  readonly period: Period;
  readonly query: RouteInput<typeof listPersonRows>['query'];
}

async function loadRows({ database, clock }: BriefDependencies, asked: RowsAsked): Promise<PersonRows> {
  const { reader, person, visible, period, query } = asked;
  const { figure, value, after } = query;
  if (figure !== 'waiting' && figure !== 'waiting-for-others') {
    const cursor = after === undefined ? undefined : parseCursor(after);
    const set = { visible, personId: person.personId, period, figure, value };
    return loadPersonRows(database, set, { after: cursor, limit: rowsAPage });
  }
  const waiting = await loadWaiting(database, visible, {
    personId: person.personId,
    name: person.userId === reader.userId ? undefined : person.name,
    now: clock.now(),
    zone: period.zone,
    limit: waitingAtMost,
  });
  return { ...(figure === 'waiting' ? waiting.forThem : waiting.forOthers), next: undefined };
}
