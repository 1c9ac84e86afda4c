import { listReviews } from '@throughline/contract';
import { handle, loadWorkspace, type RouteHandler, type Viewer } from '../access/index.ts';
import { openPerson, openTeam } from '../people/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import { notFound } from '../platform/errors/index.ts';
import type { Database, Sql } from '../platform/sql/index.ts';
import { loadVisibleRepositories } from '../visibility/index.ts';
import { exclusionRoutes } from './exclusions/exclusions.routes.ts';
import { pullExportRoutes } from './exports/pull-exports.routes.ts';
import { type ListFilter, type ListQuery, parseListFilter } from './list-filter.ts';
import { pullListRoutes } from './lists/pulls.routes.ts';
import { pullRequestRoutes } from './pull-request/pull-request.routes.ts';
import { loadReviewList } from './review-list.sql.ts';
import { loadScope } from './scope.sql.ts';
import { toToday } from './today.ts';
import { viewRoutes } from './views/views.routes.ts';

interface ReportDependencies {
  readonly database: Database;
  readonly clock: Clock;
}

const rowsAPage = 50;

/** Lists of pull requests and of reviews: what every figure opens into. */
export const reportRoutes = ({ database, clock }: ReportDependencies): readonly RouteHandler[] => [
  ...pullListRoutes({ database, clock }),
  ...pullExportRoutes({ database, clock }),
  ...pullRequestRoutes({ database, clock }),
  ...exclusionRoutes({ database }),
  ...viewRoutes({ database }),
  handle(listReviews, async ({ query, reader }) => {
    const { filter, zone } = await readQuery(database, clock, query);
    const whose = await findWhose(database, reader, query);
    const visible = await loadVisibleRepositories(database, reader);
    const [page, scope] = await Promise.all([
      loadReviewList(database, visible, { filter, zone, ...whose, limit: rowsAPage }),
      loadScope(database, visible, ['reviews']),
    ]);
    return { reviews: [...page.rows], ...toListAnswer(filter, page), scope };
  }),
];

/** Whose reviews are asked for. Throws `not-found` for nobody, and for whom the reader may not open. */
async function findWhose(
  sql: Sql,
  reader: Viewer,
  { reviewer, team }: { readonly reviewer?: string | undefined; readonly team?: string | undefined },
): Promise<{ readonly personId: number | undefined; readonly teamId: number | undefined }> {
  if (reviewer === undefined && team === undefined) throw notFound();
  const person = reviewer === undefined ? undefined : await openPerson(sql, reader, reviewer);
  const opened = team === undefined ? undefined : await openTeam(sql, reader, { slug: team, deed: 'see' });
  return { personId: person?.personId, teamId: opened?.teamId };
}

async function readQuery(
  sql: Sql,
  clock: Clock,
  query: ListQuery,
): Promise<{ filter: ListFilter; zone: string }> {
  const { zone } = await loadWorkspace(sql);
  return { filter: parseListFilter(query, toToday(clock.now(), zone)), zone };
}

const toListAnswer = (
  filter: ListFilter,
  page: { readonly total: number; readonly next: string | undefined },
) => ({
  total: page.total,
  ...(page.next === undefined ? {} : { next: page.next }),
  ...(filter.period === undefined ? {} : { period: filter.period }),
  ignored: [...filter.ignored],
});
