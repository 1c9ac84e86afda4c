import type { CountedPart } from '../completeness/kinds.data.ts';

/** Lists that are longer than one answer holds. */
export interface LongLists {
  /** Of all pull requests, those with such a list: 0 to 1. */
  readonly share: number;
  /** Further answers that one of them takes, in the mean. */
  readonly answersEach: number;
  /** Further answers until the longest of ten has come, in the mean. */
  readonly answersOfTen: number;
}

/** What hangs on a pull request, in the mean. */
export interface PullRequestShape {
  readonly entries: Readonly<Record<CountedPart, number>>;
  /** Reviews, comments, threads, commits and events come in one list. */
  readonly longTimelines: LongLists;
  readonly longFiles: LongLists;
}

/** Entries of the list that carries reviews, comments, threads, commits and events. */
export const toTimelineEntries = ({ entries }: Pick<PullRequestShape, 'entries'>): number =>
  entries.reviews + entries.comments + entries.threads + entries.commits + entries.events;

/** How likely there is any, when so many are expected. */
export const toAnyOf = (expected: number): number => 1 - Math.exp(-expected);
