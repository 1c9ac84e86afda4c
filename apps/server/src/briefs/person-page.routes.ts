import { getPersonPage, type Period, type PersonPage } from '@throughline/contract';
import { handle, loadWorkspace, type RouteHandler } from '../access/index.ts';
import { loadLinks, openPerson, type PersonRecord } from '../people/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Database, Sql } from '../platform/sql/index.ts';
import {
  findLastShippedOn,
  type ListFilter,
  loadPullRequestList,
  loadReviewCounts,
  loadReviewList,
  loadScope,
  loadShippedCounts,
  parsePagePeriod,
  toToday,
} from '../reports/index.ts';
import { loadVisibleRepositories, type VisibleRepositories } from '../visibility/index.ts';
import { toPersonFigures } from './person-figures.ts';
import { toPersonSentence } from './person-sentence.ts';

interface BriefDependencies {
  readonly database: Database;
  readonly clock: Clock;
}

/** A person's page: what they shipped and reviewed in a period. */
export const briefRoutes = ({ database, clock }: BriefDependencies): readonly RouteHandler[] => [
  handle(getPersonPage, async ({ params, query, reader }) => {
    const { zone } = await loadWorkspace(database);
    const person = await openPerson(database, reader, params.slug);
    const { period, ignored } = parsePagePeriod(query.period, toToday(clock.now(), zone));
    const visible = await loadVisibleRepositories(database, reader);
    const activity = await loadPersonActivity(database, visible, person, period);
    return {
      slug: person.slug,
      name: person.name,
      isDemo: person.isDemo,
      isMe: person.userId === reader.userId,
      period,
      ignored: [...ignored],
      ...activity,
    };
  }),
];

type PersonActivity = Omit<PersonPage, 'slug' | 'name' | 'isDemo' | 'isMe' | 'period' | 'ignored'>;

const recentRows = 10;

async function loadPersonActivity(
  sql: Sql,
  visible: VisibleRepositories,
  person: PersonRecord,
  period: Period,
): Promise<PersonActivity> {
  const { personId, slug } = person;
  const asked = { zone: period.zone, personId, limit: recentRows };
  const [links, shippedScope, scope, shipped, reviews, recentlyShipped, recentlyReviewed] = await Promise.all(
    [
      loadLinks(sql, personId),
      loadScope(sql, visible),
      loadScope(sql, visible, ['reviews']),
      loadShippedCounts(sql, visible, personId, period),
      loadReviewCounts(sql, visible, personId, period),
      loadPullRequestList(sql, visible, { ...asked, filter: toFilter(period, 'merged') }),
      loadReviewList(sql, visible, { ...asked, filter: toFilter(period, undefined) }),
    ],
  );
  const scopes = { shipped: shippedScope, reviews: scope };
  const figures = toPersonFigures({ slug, period, shipped, reviews, scopes });
  const lastShippedOn =
    figures.shipped.value > 0 ? undefined : await findLastShippedOn(sql, visible, personId, period);
  const accounts = links.filter((link) => link.unlinkedAt === undefined).map(({ account }) => account);
  return {
    accounts,
    sentence: toPersonSentence(
      {
        shipped: figures.shipped.value,
        reviews: figures.reviews.value,
        repositories: figures.repositories.length,
        isAtLeast: scope.gaps.length > 0,
        hasAccount: accounts.length > 0,
        hasRepositories: scope.visibleRepositories > 0,
      },
      period,
    ),
    ...figures,
    recentlyShipped: [...recentlyShipped.rows],
    recentlyReviewed: [...recentlyReviewed.rows],
    ...(lastShippedOn === undefined ? {} : { lastShippedOn }),
    scope,
  };
}

const toFilter = (period: Period, state: ListFilter['state']): ListFilter => ({
  period,
  state,
  person: undefined,
  repo: undefined,
  after: undefined,
  ignored: [],
});
