import { listReviews } from '@throughline/contract';
import { handle, loadWorkspace, type RouteHandler } from '../access/index.ts';
import { openPerson } from '../people/index.ts';
import type { Clock } from '../platform/clock/index.ts';
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
  handle(listReviews, async ({ query, reader }) => {
    const { filter, zone } = await readQuery(database, clock, query);
    const person = await openPerson(database, reader, query.reviewer);
    const visible = await loadVisibleRepositories(database, reader);
    const [page, scope] = await Promise.all([
      loadReviewList(database, visible, { filter, zone, personId: person.personId, limit: rowsAPage }),
      loadScope(database, visible, ['reviews']),
    ]);
    return { reviews: [...page.rows], ...toListAnswer(filter, page), scope };
  }),
];

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
