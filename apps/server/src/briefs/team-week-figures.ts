import type { Figure, WeekFigure } from '@throughline/contract';
import type { ReadScope } from '../reports/index.ts';
import type { WeekRef } from './team-week-periods.ts';

const definitions = {
  merged:
    'Pull requests merged in the week, written by who was a contributor of the team, or of one below it, on the day of the merge, in the repositories you can see.',
  opened:
    'Pull requests opened in the week by who was a contributor of the team, or of one below it, on that day, in the repositories you can see.',
  reviewed:
    'Reviews submitted in the week on pull requests of others by who was a contributor of the team, or of one below it, on that day, in the repositories you can see.',
  waiting:
    'Pull requests that are open now and no drafts, opened by who was a contributor of the team, or of one below it, on that day, in the repositories you can see. They wait for somebody: a reviewer, the author, or whoever merges.',
} as const;

export type WeekKind = keyof typeof definitions;

/** Our page with exactly the rows of a figure. */
function toWeekPath(kind: WeekKind, team: string, week: string): string {
  switch (kind) {
    case 'merged':
      return `/pulls?${new URLSearchParams({ team, state: 'merged', period: week }).toString()}`;
    case 'opened':
      return `/pulls?${new URLSearchParams({ team, period: week }).toString()}`;
    case 'reviewed':
      return `/reviews?${new URLSearchParams({ team, period: week }).toString()}`;
    case 'waiting':
      return `/pulls?${new URLSearchParams({ team, state: 'open' }).toString()}`;
  }
}

/** Over what a figure is made. */
export type FigureScope = Pick<ReadScope, 'gaps' | 'percent'>;

interface Asked {
  readonly kind: WeekKind;
  readonly team: string;
  readonly scope: FigureScope;
}

export const toWeekCount = (
  { kind, team, scope: { gaps, percent } }: Asked,
  value: number,
  week: string,
): Figure => ({
  value,
  definition: definitions[kind],
  rows: toWeekPath(kind, team, week),
  isAtLeast: gaps.length > 0,
  ...(percent === undefined ? {} : { percent }),
});

interface Weeks {
  readonly week: WeekRef;
  readonly past: readonly WeekRef[];
}

/** A week's count beside those of the weeks before it; a week without an entry has none. */
export const toWeekFigure = (
  asked: Asked,
  counts: ReadonlyMap<string, number>,
  { week, past }: Weeks,
): WeekFigure => ({
  figure: toWeekCount(asked, counts.get(week.startsOn) ?? 0, week.text),
  past: past.map(({ text, label, startsOn }) => ({
    text,
    label,
    figure: toWeekCount(asked, counts.get(startsOn) ?? 0, text),
  })),
});
