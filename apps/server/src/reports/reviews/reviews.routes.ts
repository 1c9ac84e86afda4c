import { listReviews } from '@throughline/contract';
import { handle, loadWorkspace, type RouteHandler, type Viewer } from '../../access/index.ts';
import { openPerson, openTeam } from '../../people/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import type { Database, Sql } from '../../platform/sql/index.ts';
import { loadVisibleRepositories } from '../../visibility/index.ts';
import { loadScope } from '../scope.sql.ts';
import { toToday } from '../today.ts';
import { parseReviewFilter } from './review-filter.ts';
import { loadReviewList } from './review-list.sql.ts';

interface ReviewDependencies {
  readonly database: Database;
  readonly clock: Clock;
}

/** The list of reviews that a person or a team gave. */
export const reviewRoutes = ({ database, clock }: ReviewDependencies): readonly RouteHandler[] => [
  handle(listReviews, async ({ query, reader }) => {
    const { zone } = await loadWorkspace(database);
    const filter = parseReviewFilter(query, toToday(clock.now(), zone));
    const { person, team } = await openWhose(database, reader, query);
    const visible = await loadVisibleRepositories(database, reader);
    const [page, scope] = await Promise.all([
      loadReviewList(database, visible, {
        filter,
        zone,
        personId: person?.personId,
        teamId: team?.teamId,
      }),
      loadScope(database, visible, ['reviews']),
    ]);
    return {
      of: [
        ...(team === undefined ? [] : [{ name: team.name, path: `/teams/${team.slug}` }]),
        ...(person === undefined ? [] : [{ name: person.name, path: `/people/${person.slug}` }]),
      ],
      reviews: [...page.rows],
      total: page.total,
      ...(page.next === undefined ? {} : { next: page.next }),
      ...(filter.period === undefined ? {} : { period: filter.period }),
      ignored: [...filter.ignored],
      scope,
    };
  }),
];

/** Whose reviews are asked for. Throws `not-found` for nobody, and for whom the reader may not open. */
async function openWhose(
  sql: Sql,
  reader: Viewer,
  { reviewer, team }: { readonly reviewer?: string | undefined; readonly team?: string | undefined },
) {
  if (reviewer === undefined && team === undefined) throw notFound();
  return {
    person: reviewer === undefined ? undefined : await openPerson(sql, reader, reviewer),
    team: team === undefined ? undefined : await openTeam(sql, reader, { slug: team, deed: 'see' }),
  };
}
