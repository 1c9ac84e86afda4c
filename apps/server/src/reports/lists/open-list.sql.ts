import { loadWorkspace, type Viewer } from '../../access/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import { loadVisibleRepositories, type VisibleRepositories } from '../../visibility/index.ts';
import type { Today } from '../period.ts';
import { toToday } from '../today.ts';
import type { AskedPulls } from './asked-pulls.ts';
import { type GivenQuery, parsePullFilter } from './pull-filter.ts';
import { resolveFilter } from './resolve-filter.sql.ts';

export interface ListDependencies {
  readonly database: Database;
  readonly clock: Clock;
}

/** A query with the names in it looked up for a reader, now. */
export interface OpenedList {
  readonly asked: AskedPulls;
  readonly visible: VisibleRepositories;
  readonly today: Today;
}

/** What a query asks of the list, for a reader, over the repositories they may see. */
export async function openList(
  { database, clock }: ListDependencies,
  reader: Viewer,
  query: GivenQuery,
): Promise<OpenedList> {
  const [{ zone }, visible] = await Promise.all([
    loadWorkspace(database),
    loadVisibleRepositories(database, reader),
  ]);
  const today = toToday(clock.now(), zone);
  const filter = parsePullFilter(query, today);
  const resolved = await resolveFilter(database, reader, visible, filter);
  return { asked: { filter, resolved, zone }, visible, today };
}

/** What another query asks that names the same repositories, teams and people, which are not looked up again. */
export const askAgain = ({ asked, today }: OpenedList, query: GivenQuery): AskedPulls => ({
  ...asked,
  filter: parsePullFilter(query, today),
});
