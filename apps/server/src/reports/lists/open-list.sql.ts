import { loadWorkspace, type Viewer } from '../../access/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import { loadVisibleRepositories, type VisibleRepositories } from '../../visibility/index.ts';
import { toToday } from '../today.ts';
import { type GivenQuery, parsePullFilter } from './pull-filter.ts';
import type { AskedPulls } from './pull-matching.sql.ts';
import { resolveFilter } from './resolve-filter.sql.ts';

export interface ListDependencies {
  readonly database: Database;
  readonly clock: Clock;
}

/** What a query asks of the list, for a reader, over the repositories they may see. */
export async function openList(
  { database, clock }: ListDependencies,
  reader: Viewer,
  query: GivenQuery,
): Promise<{ readonly asked: AskedPulls; readonly visible: VisibleRepositories }> {
  const [{ zone }, visible] = await Promise.all([
    loadWorkspace(database),
    loadVisibleRepositories(database, reader),
  ]);
  const filter = parsePullFilter(query, toToday(clock.now(), zone));
  const resolved = await resolveFilter(database, reader, visible, filter);
  return { asked: { filter, resolved, zone }, visible };
}
