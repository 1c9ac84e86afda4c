import { listPullRequests, listReviews } from '@throughline/contract';
import { handle, loadWorkspace, type RouteHandler, type Viewer } from '../access/index.ts';
import { openPerson } from '../people/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Database, Sql } from '../platform/sql/index.ts';
import { loadVisibleRepositories } from '../visibility/index.ts';
import { type ListFilter, type ListQuery, parseListFilter } from './list-filter.ts';
import { loadPullRequestList } from './pull-request-list.sql.ts';
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
  handle(listPullRequests, async ({ query, reader }) => {
    const { filter, zone } = await readQuery(database, clock, query);
    const personId = await findPersonId(database, reader, filter);
    const visible = await loadVisibleRepositories(database, reader);
    const [page, scope] = await Promise.all([
      loadPullRequestList(database, visible, { filter, zone, personId, limit: rowsAPage }),
      loadScope(database, visible),
    ]);
    return { pullRequests: [...page.rows], ...toListAnswer(filter, page), scope };
  }),
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

/** A list by author is that person's page in another form, so it opens to the same readers. */
async function findPersonId(sql: Sql, viewer: Viewer, filter: ListFilter): Promise<number | undefined> {
  if (filter.person === undefined) return undefined;
  return (await openPerson(sql, viewer, filter.person)).personId;
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
