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
        averageShape.longTimelines,
      ),
      longFiles: toLongLists(
        long.map(({ files }) => files),
        lookedAt,
        averageShape.longFiles,
      ),
    },
  };
}

const isEnough = ({ part, pullRequests }: PartCount): boolean =>
  part in kindOfPart && pullRequests >= leastMeasured;

const entriesOfAnswer = 100;

/** Long lists are rare and differ by far: those of so many pull requests of an average organisation are thrown in. */
const thrownIn = 500;

function toLongLists(lengths: readonly number[], lookedAt: number, usual: LongLists): LongLists {
  const further = lengths
    .filter((length) => length > entriesOfAnswer)
    .map((length) => Math.ceil(length / entriesOfAnswer) - 1);
  const tens = Array.from({ length: Math.ceil(further.length / 10) }, (_, at) =>
    further.slice(at * 10, at * 10 + 10),
  );
  const lists = thrownIn * usual.share;
  const longest = sum(tens.map((ten) => Math.max(...ten) * ten.length));
  return {
    share: (further.length + lists) / (lookedAt + thrownIn),
    answersEach: (sum(further) + lists * usual.answersEach) / (further.length + lists),
    answersOfTen: (longest + lists * usual.answersOfTen) / (further.length + lists),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

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
