import { type CountedPart, kindOfPart } from '../completeness/kinds.data.ts';
import { averageShape, leastMeasured } from './average-shape.data.ts';
import { type LongLists, type PullRequestShape } from './pull-request-shape.ts';

/** What was counted of one list of the pull requests that are here. */
export interface PartCount {
  readonly part: CountedPart;
  /** Those whose list GitHub counted. */
  readonly pullRequests: number;
  readonly entries: number;
}

/** How long lists of some of the newest pull requests are. */
export interface ListLengths {
  readonly timeline: number;
  readonly files: number;
}

export interface Evidence {
  readonly counts: readonly PartCount[];
  /** Of the newest pull requests those with a list that is longer than one answer holds, and how many were looked at. */
  readonly long: readonly ListLengths[];
  readonly lookedAt: number;
}

export interface MeasuredShape {
  readonly shape: PullRequestShape;
  readonly basis: 'measured' | 'assumed';
  /** Pull requests that the averages are taken of. */
  readonly pullRequests: number;
}

/** The averages of what is here, or of an average organisation while that is too little. */
export function measureShape({ counts, long, lookedAt }: Evidence): MeasuredShape {
  const pullRequests = counts.find(({ part }) => part === 'reviews')?.pullRequests ?? 0;
  if (pullRequests < leastMeasured) return { shape: averageShape, basis: 'assumed', pullRequests };
  const entries: Record<CountedPart, number> = { ...averageShape.entries };
  for (const count of counts.filter(isEnough)) entries[count.part] = count.entries / count.pullRequests;
  return {
    basis: 'measured',
    pullRequests,
    shape: {
      entries,
      longTimelines: toLongLists(
        long.map(({ timeline }) => timeline),
        lookedAt,
      ),
      longFiles: toLongLists(
        long.map(({ files }) => files),
        lookedAt,
      ),
    },
  };
}

const isEnough = ({ part, pullRequests }: PartCount): boolean =>
  part in kindOfPart && pullRequests >= leastMeasured;

const entriesOfAnswer = 100;

/** GitHub lists at most 3,000 files; longer timelines are read on to their ends. */
function toLongLists(lengths: readonly number[], lookedAt: number): LongLists {
  const further = lengths
    .filter((length) => length > entriesOfAnswer)
    .map((length) => Math.ceil(length / entriesOfAnswer) - 1);
  if (further.length === 0) return { share: 0, answersEach: 0, answersOfTen: 0 };
  const tens = Array.from({ length: Math.ceil(further.length / 10) }, (_, at) =>
    further.slice(at * 10, at * 10 + 10),
  );
  return {
    share: further.length / lookedAt,
    answersEach: toMean(further),
    answersOfTen: toMean(tens.map((ten) => Math.max(...ten))),
  };
}

const toMean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** `4.5 comments`, for what the averages are said to be. */
export const toShapeWords = ({ shape }: Pick<MeasuredShape, 'shape'>): string => {
  const { entries } = shape;
  const named = [
    [entries.reviews, 'reviews'],
    [entries.comments + entries['review-comments'], 'comments'],
    [entries.commits, 'commits'],
    [entries.files, 'files'],
    [entries.events, 'events'],
  ] as const;
  const words = named.map(([each, noun]) => `${Math.round(each * 10) / 10} ${noun}`);
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
};
