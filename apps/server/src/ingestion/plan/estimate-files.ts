import { filesOfOne, longAtOnce } from '../reading/plan-files.ts';
import { computingTime } from './computing-time.data.ts';
import { type LongLists, type PullRequestShape, toAnyOf } from './pull-request-shape.ts';

export interface FilesToRead {
  /** Those whose files are read with the page that ends a pass, page by page. */
  readonly withPages: readonly number[];
  /** Those whose files wait until a question for them is full. */
  readonly waiting: number;
  /** How many of usual size a question asks for. */
  readonly filesSize: number;
  readonly shape: Pick<PullRequestShape, 'entries' | 'longFiles'>;
  /** Times as long as GitHub's usual computing time. */
  readonly factor: number;
}

/** Questions about files, in the mean. */
export interface FilesEstimate {
  /** About so many pull requests each. */
  readonly first: { readonly count: number; readonly size: number };
  /** Reading on long lists, so many each. */
  readonly on: { readonly count: number; readonly size: number };
  /** Questions that GitHub gives up on before they are small enough. */
  readonly givenUp: number;
  /** Pull requests whose files are read, and answers in which GitHub computes the differences of one. */
  readonly pullRequests: number;
  readonly lists: number;
}

/** The questions that the files of so many pull requests take. */
export function estimateFiles(wanted: FilesToRead): FilesEstimate {
  const { withPages, waiting, shape } = wanted;
  const { longFiles } = shape;
  const { size, givenUp } = findSize(wanted);
  const pullRequests = withPages.reduce((sum, count) => sum + count, waiting);
  const usualFiles = toUsualFiles(shape);
  const mixedFiles = usualFiles * (1 - longFiles.share) + 100 * longFiles.share;
  const pageQuestions = withPages.map((count) => Math.ceil(count / toFullQuestion(size, mixedFiles)));
  const longOnes = waiting * longFiles.share;
  // A question for long lists has room for few of them: their first pages are full.
  const longQuestions =
    toGroups(longOnes) * Math.ceil(Math.min(longAtOnce, longOnes) / toFullQuestion(size, 100));
  const usualQuestions = Math.ceil((waiting - longOnes) / toFullQuestion(size, usualFiles));
  const on =
    toGroups(longOnes) * toAnswers(longFiles, longOnes) +
    withPages.reduce((sum, count) => sum + toPageOn(longFiles, count), 0);
  const count = pageQuestions.reduce((sum, one) => sum + one, usualQuestions + longQuestions);
  return {
    first: { count, size: Math.max(1, Math.round(pullRequests / Math.max(1, count))) },
    on: { count: on, size: longAtOnce },
    givenUp: pullRequests === 0 ? 0 : givenUp,
    pullRequests,
    lists: pullRequests * (1 + longFiles.share * longFiles.answersEach),
  };
}

/** Pull requests that a question holds: it asks for so many, but no more files than so many have usually. */
const toFullQuestion = (size: number, filesEach: number): number =>
  Math.max(1, Math.floor(Math.min(size, (size * filesOfOne) / Math.max(filesEach, 0.1))));

/** Files of a pull request whose list is not long. */
const toUsualFiles = ({ entries, longFiles: { share, answersEach } }: FilesToRead['shape']): number =>
  Math.max(0, entries.files - share * (answersEach + 0.5) * 100) / Math.max(0.01, 1 - share);

/** Tens, or the rest at the end, if there is any. */
const toGroups = (longOnes: number): number => Math.max(longOnes / longAtOnce, toAnyOf(longOnes));

/** Further answers until the longest of those read on together has come: where any are expected, one at least, ten at most. */
function toAnswers({ answersEach, answersOfTen }: LongLists, expected: number): number {
  const together = Math.min(longAtOnce, Math.max(1, expected / Math.max(1e-9, toAnyOf(expected))));
  return answersEach + (answersOfTen - answersEach) * Math.log10(together);
}

/** Further answers for those of a page that have long lists. */
export const toPageOn = (long: LongLists, pullRequests: number): number => {
  const lists = pullRequests * long.share;
  return toGroups(lists) * toAnswers(long, lists);
};

/** GitHub gives up on a question that takes too long; then half as many are asked for. */
function findSize({ filesSize, shape, factor }: FilesToRead): {
  readonly size: number;
  readonly givenUp: number;
} {
  const { baseSeconds, perNodeSeconds, perPullRequestWithFilesSeconds } = computingTime.graphql;
  const usual = toUsualFiles(shape);
  const toSeconds = (size: number): number => {
    const asked = toFullQuestion(size, usual);
    const each = perPullRequestWithFilesSeconds + perNodeSeconds * (1 + usual);
    return (baseSeconds + asked * each) * factor;
  };
  let size = filesSize;
  let givenUp = 0;
  while (size > 1 && toSeconds(size) > computingTime.timeoutSeconds) {
    size = Math.floor(size / 2);
    givenUp += 1;
  }
  return { size, givenUp };
}
