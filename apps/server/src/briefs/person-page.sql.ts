import type { Period, PersonPage } from '@throughline/contract';
import { loadLinks, type PersonRecord } from '../people/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import { findLastShippedOn, loadReviewCounts, loadScope, loadShippedCounts } from '../reports/index.ts';
import type { VisibleRepositories } from '../visibility/index.ts';
import {
  countSet,
  findUsualRepository,
  loadKindCounts,
  loadLabelCounts,
  loadWaitSpread,
} from './person-counts.sql.ts';
import { toPersonFigures } from './person-figures.ts';
import { toPersonSentence } from './person-sentence.ts';
import { loadTeamsOf } from './person-teams.sql.ts';

export interface PageAsked {
  readonly visible: VisibleRepositories;
  readonly person: PersonRecord;
  readonly period: Period;
  readonly by: PersonPage['by'];
}

type PersonActivity = Omit<
  PersonPage,
  'slug' | 'name' | 'isDemo' | 'isMe' | 'looking' | 'leftOn' | 'zone' | 'period' | 'ignored'
>;

/** Everything on a person's page that is made of what they did. */
export async function loadPersonActivity(sql: Sql, asked: PageAsked): Promise<PersonActivity> {
  const { visible, person, period, by } = asked;
  const [links, teams, counts] = await Promise.all([
    loadLinks(sql, person.personId),
    loadTeamsOf(sql, person.personId, period.zone),
    loadCounts(sql, asked),
  ]);
  const figures = toPersonFigures({ ...counts, slug: person.slug, period, by });
  const lastShippedOn =
    figures.shipped.value > 0 ? undefined : await findLastShippedOn(sql, visible, person.personId, period);
  const accounts = links.filter((link) => link.unlinkedAt === undefined).map(({ account }) => account);
  const scope = counts.scopes.reviews;
  return {
    accounts,
    teams: [...teams],
    sentence: toPersonSentence(
      {
        shipped: figures.shipped.value,
        reviews: figures.reviews.value,
        unblocked: figures.unblocked.value,
        isAtLeast: scope.gaps.length > 0,
        hasAccount: accounts.length > 0,
        hasRepositories: scope.visibleRepositories > 0,
      },
      period,
    ),
    by,
    ...figures,
    ...(lastShippedOn === undefined ? {} : { lastShippedOn }),
    scope,
  };
}

async function loadCounts(sql: Sql, { visible, person: { personId }, period, by }: PageAsked) {
  const set = (figure: 'shipped' | 'unblocked' | 'first-response' | 'outside') => ({
    visible,
    personId,
    period,
    figure,
  });
  const [
    shippedScope,
    reviewScope,
    shipped,
    reviews,
    unblocked,
    labels,
    firstResponse,
    usual,
    outside,
    kinds,
  ] = await Promise.all([
    loadScope(sql, visible),
    loadScope(sql, visible, ['reviews']),
    loadShippedCounts(sql, visible, personId, period),
    loadReviewCounts(sql, visible, personId, period),
    countSet(sql, set('unblocked')),
    by === 'label' ? loadLabelCounts(sql, set('shipped')) : [],
    loadWaitSpread(sql, set('first-response')),
    findUsualRepository(sql, set('outside')),
    countSet(sql, set('outside')),
    loadKindCounts(sql, set('shipped')),
  ]);
  const scopes = { shipped: shippedScope, reviews: reviewScope };
  return { scopes, shipped, reviews, unblocked, labels, firstResponse, usual, outside, kinds };
}
