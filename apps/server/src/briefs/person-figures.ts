import type {
  Figure,
  Period,
  PersonFigure,
  PersonPage,
  RepositoryRef,
  WorkKind,
} from '@throughline/contract';
import type { ReadScope, WeeklyCount } from '../reports/index.ts';
import { type PeriodWeek, toWeeks } from './period-weeks.ts';
import type { KindCounts, LabelCount, WaitSpread } from './person-counts.sql.ts';
import { personDefinitions, reviewsDefinition } from './person-definitions.data.ts';
import type { WaitingPart, WaitingParts } from './person-waiting.sql.ts';
import { toShares } from './shares.ts';
import { kindNames } from './work-kinds.data.ts';

type FigureScope = Pick<ReadScope, 'gaps' | 'percent'>;

/** What the figures of a person's page are made of. */
export interface PersonCounts {
  readonly slug: string;
  readonly period: Period;
  readonly by: PersonPage['by'];
  readonly shipped: readonly WeeklyCount[];
  readonly reviews: readonly WeeklyCount[];
  readonly unblocked: number;
  readonly labels: readonly LabelCount[];
  readonly firstResponse: WaitSpread;
  readonly usual: RepositoryRef | undefined;
  readonly kinds: KindCounts;
  readonly waiting: WaitingParts;
  /** Over what each kind of figure is made. */
  readonly scopes: Readonly<Record<'shipped' | 'reviews', FigureScope>>;
}

type Figures = Pick<
  PersonPage,
  'shipped' | 'reviews' | 'unblocked' | 'groups' | 'given' | 'outside' | 'kinds' | 'waiting' | 'weeks'
>;

/** Every figure of a person's page, each with the address of exactly the rows it counts. */
export function toPersonFigures(counts: PersonCounts): Figures {
  const make = figureMaker(counts);
  return {
    shipped: make.shipped(sum(counts.shipped)),
    reviews: make.reviews(sum(counts.reviews)),
    unblocked: make.own('unblocked', counts.unblocked),
    groups: counts.by === 'label' ? toLabelGroups(counts, make) : toRepositoryGroups(counts, make),
    given: toGiven(counts, make),
    outside: toOutside(counts, make),
    kinds: toKinds(counts.kinds, make),
    waiting: {
      forThem: toWaiting('waiting', counts.waiting.forThem, make),
      forOthers: toWaiting('waiting-for-others', counts.waiting.forOthers, make),
    },
    weeks: toWeeks(counts.period).map((week) => toWeekFigures(week, counts, make)),
  };
}

/** What was shipped elsewhere than in the usual repository: counted by repository already. */
function toOutside({ shipped, usual }: PersonCounts, make: Make): Figures['outside'] {
  const definition = personDefinitions.outside.says;
  if (usual === undefined) return { definition };
  const elsewhere = shipped.filter(({ repositoryId }) => repositoryId !== usual.repositoryId);
  return { definition, usual, shipped: make.own('outside', sum(elsewhere)) };
}

interface Make {
  /** Rows of the list of pull requests. */
  shipped(value: number, narrowed?: { readonly repo?: string; readonly period?: string }): Figure;
  /** Rows of the list of reviews. */
  reviews(value: number, periodText?: string): Figure;
  /** Rows of this person's own list of a figure. */
  own(figure: PersonFigure, value: number, detail?: string): Figure;
}

const figureMaker = ({ slug, period, scopes }: PersonCounts): Make => {
  const toFigure = (
    kind: 'shipped' | 'reviews',
    value: number,
    definition: string,
    rows: string,
  ): Figure => ({
    value,
    definition,
    rows,
    isAtLeast: scopes[kind].gaps.length > 0,
    ...(scopes[kind].percent !== undefined && { percent: scopes[kind].percent }),
  });
  return {
    shipped: (value, { repo, period: text = period.text } = {}) => {
      const query = new URLSearchParams({ author: slug, state: 'merged' });
      if (repo !== undefined) query.set('repo', repo);
      query.set('period', text);
      const { says } = repo === undefined ? personDefinitions.shipped : personDefinitions.repo;
      return toFigure('shipped', value, says, `/pulls?${query.toString()}`);
    },
    reviews: (value, text = period.text) =>
      toFigure(
        'reviews',
        value,
        reviewsDefinition,
        `/reviews?${new URLSearchParams({ reviewer: slug, period: text }).toString()}`,
      ),
    own: (figure, value, detail) => {
      const query = new URLSearchParams({ figure });
      if (detail !== undefined) query.set('value', detail);
      if (!isOfNow(figure)) query.set('period', period.text);
      const kind = figure === 'unblocked' || figure === 'first-response' ? 'reviews' : 'shipped';
      return toFigure(
        kind,
        value,
        personDefinitions[figure].says,
        `/people/${slug}/rows?${query.toString()}`,
      );
    },
  };
};

const isOfNow = (figure: PersonFigure): boolean => figure === 'waiting' || figure === 'waiting-for-others';

const sum = (counts: readonly WeeklyCount[]): number => counts.reduce((total, { count }) => total + count, 0);

type Group = PersonPage['groups'][number];

/** Larger groups first, those of one size by name: they are places, not persons. */
const bySize = (one: Group, other: Group): number =>
  other.figure.value - one.figure.value || one.name.localeCompare(other.name, 'en');

function toRepositoryGroups({ shipped }: PersonCounts, make: Make): Group[] {
  const byName = Map.groupBy(shipped, ({ fullName }) => fullName);
  return [...byName]
    .map(([name, counts]) => ({
      key: name,
      name,
      figure: make.shipped(sum(counts), { repo: name }),
    }))
    .sort(bySize);
}

function toLabelGroups({ labels }: PersonCounts, make: Make): Group[] {
  const groups = labels.map(({ name, count }) => ({
    key: name,
    name: name === '' ? 'No label' : name,
    figure: make.own('label', count, name),
  }));
  return [...groups.filter(({ key }) => key !== '').sort(bySize), ...groups.filter(({ key }) => key === '')];
}

function toGiven({ reviews, firstResponse }: PersonCounts, make: Make): Figures['given'] {
  const { n, medianS, p90S, valuesS } = firstResponse;
  return {
    repositories: new Set(reviews.map(({ repositoryId }) => repositoryId)).size,
    firstResponse: {
      n: make.own('first-response', n),
      ...(medianS !== undefined && { medianS }),
      ...(p90S !== undefined && { p90S }),
      ...(valuesS.length > 0 && { valuesS: [...valuesS] }),
    },
  };
}

const toWaiting = (
  figure: 'waiting' | 'waiting-for-others',
  { rows, total }: WaitingPart,
  make: Make,
): PersonPage['waiting']['forThem'] => ({ figure: make.own(figure, total), rows: [...rows] });

const kindOrder = ['feature', 'maintenance', 'incident', 'none'] as const satisfies readonly WorkKind[];

function toKinds({ kinds, refactor }: KindCounts, make: Make): Figures['kinds'] {
  const values = kindOrder.map((kind) => kinds.get(kind) ?? 0);
  const shares = toShares(values);
  return {
    parts: kindOrder.map((kind, index) => ({
      kind,
      name: kindNames[kind],
      figure: make.own('kind', values[index] ?? 0, kind),
      sharePercent: shares[index] ?? 0,
    })),
    refactor: make.own('refactor', refactor),
  };
}

function toWeekFigures(week: PeriodWeek, counts: PersonCounts, make: Make): PersonPage['weeks'][number] {
  const within = (list: readonly WeeklyCount[]): number =>
    sum(list.filter((count) => count.startsOn === week.startsOn));
  const days = `${week.from}..${week.until}`;
  return {
    startsOn: week.startsOn,
    label: week.label,
    shipped: make.shipped(within(counts.shipped), { period: days }),
    reviews: make.reviews(within(counts.reviews), days),
    isPartial: week.isPartial,
  };
}
