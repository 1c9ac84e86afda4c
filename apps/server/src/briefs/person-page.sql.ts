import type { Period, PersonPage } from '@throughline/contract';
import { loadLinks, type PersonRecord } from '../people/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import { findLastShippedOn, loadReviewCounts, loadScopes, loadShippedCounts } from '../reports/index.ts';
import type { VisibleRepositories } from '../visibility/index.ts';
import {
  countSet,
  findUsualRepository,
  loadKindCounts,
  loadLabelCounts,
  loadWaitSpread,
} from './person-counts.sql.ts';
import { type PersonCounts, toPersonFigures } from './person-figures.ts';
import { toPersonSentence } from './person-sentence.ts';
import type { SetFigure } from './person-sets.sql.ts';
import { loadTeamsOf } from './person-teams.sql.ts';
import { loadWaiting, type WaitingParts } from './person-waiting.sql.ts';

export interface PageAsked {
  readonly visible: VisibleRepositories;
  readonly person: PersonRecord;
  readonly period: Period;
  readonly by: PersonPage['by'];
  readonly isMe: boolean;
  readonly now: Date;
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

/** So many rows of what waits stand on the page. */
const waitingAtMost = 5;

type Counts = Omit<PersonCounts, 'slug' | 'period' | 'by'>;

/** The figures' numbers, each asked for at the same time as the others. */
async function loadCounts(sql: Sql, asked: PageAsked) {
  const { visible, period } = asked;
  const { personId } = asked.person;
  const [done, scopes, shipped, reviews, waiting] = await Promise.all([
    loadDone(sql, asked),
    loadScopes(sql, visible, ['reviews']),
    loadShippedCounts(sql, visible, personId, period),
    loadReviewCounts(sql, visible, personId, period),
    loadWaitingOf(sql, asked),
  ]);
  return {
    ...done,
    scopes: { shipped: scopes.alone, reviews: scopes.withLists },
    shipped,
    reviews,
    waiting,
  };
}

type Done = Pick<Counts, 'unblocked' | 'labels' | 'firstResponse' | 'usual' | 'kinds'>;

async function loadDone(sql: Sql, { visible, person: { personId }, period, by }: PageAsked): Promise<Done> {
  const set = (figure: SetFigure) => ({ visible, personId, period, figure });
  const [unblocked, labels, firstResponse, usual, kinds] = await Promise.all([
    countSet(sql, set('unblocked')),
    by === 'label' ? loadLabelCounts(sql, set('shipped')) : [],
    loadWaitSpread(sql, set('first-response')),
    findUsualRepository(sql, set('outside')),
    loadKindCounts(sql, set('shipped')),
  ]);
  return { unblocked, labels, firstResponse, usual, kinds };
}

const loadWaitingOf = (sql: Sql, { visible, person, period, isMe, now }: PageAsked): Promise<WaitingParts> =>
  loadWaiting(sql, visible, {
    personId: person.personId,
    name: isMe ? undefined : person.name,
    now,
    zone: period.zone,
    limit: waitingAtMost,
  });
