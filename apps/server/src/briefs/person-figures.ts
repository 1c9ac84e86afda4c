import type { Figure, Period, PersonPage } from '@throughline/contract';
import type { ReadScope, WeeklyCount } from '../reports/index.ts';
import { type PeriodWeek, toWeeks } from './period-weeks.ts';

type Kind = 'shipped' | 'reviews';

type FigureScope = Pick<ReadScope, 'gaps' | 'percent'>;

/** What the figures of a person's page are made of. */
export interface PersonCounts {
  readonly slug: string;
  readonly period: Period;
  readonly shipped: readonly WeeklyCount[];
  readonly reviews: readonly WeeklyCount[];
  /** Over what each kind of figure is made. */
  readonly scopes: Readonly<Record<Kind, FigureScope>>;
}

type Figures = Pick<PersonPage, 'shipped' | 'reviews' | 'repositories' | 'weeks'>;

/** Every figure of a person's page, each with the address of exactly the rows it counts. */
export function toPersonFigures(counts: PersonCounts): Figures {
  const make = figureMaker(counts);
  return {
    shipped: make('shipped', sum(counts.shipped), counts.period.text),
    reviews: make('reviews', sum(counts.reviews), counts.period.text),
    repositories: toRepositories(counts, make),
    weeks: toWeeks(counts.period).map((week) => toWeekFigures(week, counts, make)),
  };
}

type Make = (kind: Kind, value: number, periodText: string, repo?: string) => Figure;

const definitions: Readonly<Record<Kind, string>> = {
  shipped:
    'Pull requests merged in the period that an account linked to this person wrote, in the repositories you can see.',
  reviews:
    'Reviews submitted in the period by an account linked to this person on pull requests of others, in the repositories you can see.',
};

const figureMaker =
  ({ slug, scopes }: PersonCounts): Make =>
  (kind, value, periodText, repo) => {
    const query = new URLSearchParams(
      kind === 'shipped' ? { author: slug, state: 'merged' } : { reviewer: slug },
    );
    if (repo !== undefined) query.set('repo', repo);
    query.set('period', periodText);
    const rows = `${kind === 'shipped' ? '/pulls' : '/reviews'}?${query.toString()}`;
    const { gaps, percent } = scopes[kind];
    const isAtLeast = gaps.length > 0;
    return {
      value,
      definition: definitions[kind],
      rows,
      isAtLeast,
      ...(percent !== undefined && { percent }),
    };
  };

const sum = (counts: readonly WeeklyCount[]): number => counts.reduce((total, { count }) => total + count, 0);

function toRepositories(counts: PersonCounts, make: Make): Figures['repositories'] {
  const all = [...counts.shipped, ...counts.reviews];
  const byId = new Map(all.map((count) => [count.repositoryId, count]));
  const within = (list: readonly WeeklyCount[], id: number): number =>
    sum(list.filter((count) => count.repositoryId === id));
  return [...byId.values()]
    .sort((one, other) => one.fullName.localeCompare(other.fullName, 'en'))
    .map(({ repositoryId, fullName, hostName }) => ({
      repository: { repositoryId, fullName, hostName },
      shipped: make('shipped', within(counts.shipped, repositoryId), counts.period.text, fullName),
      reviews: make('reviews', within(counts.reviews, repositoryId), counts.period.text, fullName),
    }));
}

function toWeekFigures(week: PeriodWeek, counts: PersonCounts, make: Make): PersonPage['weeks'][number] {
  const within = (list: readonly WeeklyCount[]): number =>
    sum(list.filter((count) => count.startsOn === week.startsOn));
  const days = `${week.from}..${week.until}`;
  return {
    startsOn: week.startsOn,
    label: week.label,
    shipped: make('shipped', within(counts.shipped), days),
    reviews: make('reviews', within(counts.reviews), days),
    isPartial: week.isPartial,
  };
}
