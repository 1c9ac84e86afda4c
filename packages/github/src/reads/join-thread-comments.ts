import type {
  PullRequestRecord,
  ReviewCommentRecord,
  ReviewThreadRecord,
} from '../records/pull-request-record.ts';
import type { PlacedReviewComment } from './list-review-comments.ts';

type ToJoin = Pick<PullRequestRecord, 'reviewThreads' | 'comments' | 'reviews' | 'statedCommentTotal'>;

/**
 * Puts the comments of a pull request, which the repository's list shows without their threads, into its threads: those
 * of one path and line in the order they were begun. Undefined when anything does not fit (a thread without a comment or
 * the other way round, a number that differs from GitHub's): then nothing is guessed, and
 * `completeThreads` asks.
 */
export function joinThreadComments(
  record: ToJoin,
  comments: readonly PlacedReviewComment[],
): readonly ReviewThreadRecord[] | undefined {
  const { reviewThreads } = record;
  const talks = toTalks(comments);
  const isCounted =
    reviewThreads.isComplete &&
    talks.length === reviewThreads.items.length &&
    isAsStated(record, comments.length);
  if (!isCounted) return undefined;
  const waiting = Map.groupBy(talks, ([first]) => toPlace(first));
  const joined = reviewThreads.items.flatMap((thread): readonly ReviewThreadRecord[] => {
    const talk = waiting.get(toPlace(thread))?.shift();
    return talk === undefined ? [] : [{ ...thread, comments: toWhole(talk) }];
  });
  return joined.length === reviewThreads.items.length ? joined : undefined;
}

/** A thread's comments, the first first. */
type Talk = readonly [PlacedReviewComment, ...PlacedReviewComment[]];

/** Replies name the comment that began their thread, even when that is gone. */
function toTalks(comments: readonly PlacedReviewComment[]): readonly Talk[] {
  const byStart = Map.groupBy(
    comments.toSorted(byBeginning),
    ({ githubId, replyToGithubId }) => replyToGithubId ?? githubId,
  );
  return [...byStart.values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [[first, ...rest] as const],
  );
}

const byBeginning = (a: PlacedReviewComment, b: PlacedReviewComment): number =>
  a.createdAt.getTime() - b.createdAt.getTime() || a.githubId - b.githubId;

const toPlace = ({ path, line, originalLine }: Place): string =>
  `${line ?? ''} ${originalLine ?? ''} ${path}`;

type Place = Pick<ReviewThreadRecord, 'path' | 'line' | 'originalLine'>;

/** GitHub does not say whether reviews that have a text count as comments. */
function isAsStated({ comments, reviews, statedCommentTotal }: ToJoin, count: number): boolean {
  if (statedCommentTotal === undefined || !comments.isComplete) return true;
  const withoutReviews = comments.items.length + count;
  const texts = reviews.items.filter(({ bodyLength }) => bodyLength > 0).length;
  return statedCommentTotal === withoutReviews || statedCommentTotal === withoutReviews + texts;
}

const toWhole = (talk: Talk): ReviewThreadRecord['comments'] => ({
  items: talk.map(toComment),
  total: talk.length,
  isComplete: true,
});

const toComment = ({
  pullRequestNumber: _number,
  path: _path,
  line: _line,
  originalLine: _originalLine,
  ...comment
}: PlacedReviewComment): ReviewCommentRecord => comment;
