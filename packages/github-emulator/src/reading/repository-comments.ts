import type {
  ConversationCommentRecord,
  PullRequestRecord,
  RepositorySource,
  ReviewCommentRecord,
  ReviewThreadRecord,
} from '../world/model.ts';
import {
  type CommentIndex,
  type CommentListQuery,
  type CommentPlace,
  createCommentIndex,
} from './comment-index.ts';
import { walkPullRequests } from './walk-pull-requests.ts';

export type PlacedReviewComment = {
  readonly pull: PullRequestRecord;
  readonly thread: ReviewThreadRecord;
  readonly comment: ReviewCommentRecord;
};

export type PlacedIssueComment = {
  readonly parent: { readonly number: number; readonly kind: 'issue' | 'pull' };
  readonly comment: ConversationCommentRecord;
};

/** A page of a repository-wide list of comments. */
export interface CommentsRead<Placed> {
  readonly items: readonly Placed[];
  readonly total: number;
}

/** Lists of a repository's comments, those of all its pull requests or issues together. */
export interface RepositoryComments {
  listReviewComments(source: RepositorySource, query: CommentListQuery): CommentsRead<PlacedReviewComment>;
  /** Conversation comments, on issues and on pull requests alike. */
  listIssueComments(source: RepositorySource, query: CommentListQuery): CommentsRead<PlacedIssueComment>;
}

/** 48 MB of indexes at most. A larger repository's own is held as long as no other is asked for. */
const commentsHeld = 2_000_000;

/**
 * The first page of a repository makes every pull request of it once, some 6,000 a second; the others are looked up in
 * what is kept of that.
 */
export function createRepositoryComments(): RepositoryComments {
  const review = keepIndexes((source) => createCommentIndex(walkReviewComments(source)));
  const issue = keepIndexes((source) => createCommentIndex(walkIssueComments(source)));
  return {
    listReviewComments(source, query) {
      const { places, total } = review(source).list(query);
      return { items: places.flatMap((place) => findReviewComment(source, place)), total };
    },
    listIssueComments(source, query) {
      const { places, total } = issue(source).list(query);
      return { items: places.flatMap((place) => findIssueComment(source, place)), total };
    },
  };
}

/** An index is of a repository as it is at an instant: another instant has other sources. */
function keepIndexes(
  make: (source: RepositorySource) => CommentIndex,
): (source: RepositorySource) => CommentIndex {
  const held = new Map<RepositorySource, CommentIndex>();
  return (source) => {
    const index = held.get(source) ?? make(source);
    held.delete(source);
    held.set(source, index);
    let total = [...held.values()].reduce((sum, { length }) => sum + length, 0);
    for (const [oldest, { length }] of held) {
      if (total <= commentsHeld || oldest === source) break;
      held.delete(oldest);
      total -= length;
    }
    return index;
  };
}

const byMaking = { orderBy: 'CREATED_AT', direction: 'ASC' } as const;

function* walkReviewComments(source: RepositorySource) {
  for (const { pull } of walkPullRequests(source, byMaking)) {
    const comments = pull.threads.flatMap((thread) => thread.comments);
    yield comments.map((comment, ordinal) => ({ parent: pull.number, ordinal, comment }));
  }
}

function* walkIssueComments(source: RepositorySource) {
  for (const { pull } of walkPullRequests(source, byMaking)) yield toPlaced(pull);
  const { entries } = source.listIssues({ ...byMaking, first: source.countIssues() });
  for (const { number } of entries) {
    const issue = source.issue(number);
    if (issue !== undefined) yield toPlaced(issue);
  }
}

/** Issues and pull requests share their numbers, so that one says which it is. */
function toPlaced({ number, comments }: Pick<PullRequestRecord, 'number' | 'comments'>) {
  return comments.map((comment, ordinal) => ({ parent: number, ordinal, comment }));
}

function findReviewComment(
  source: RepositorySource,
  { parent, ordinal }: CommentPlace,
): readonly PlacedReviewComment[] {
  const pull = source.pullRequest(parent);
  const placed = pull?.threads.flatMap((thread) =>
    thread.comments.map((comment) => ({ pull, thread, comment })),
  )[ordinal];
  return placed === undefined ? [] : [placed];
}

function findIssueComment(
  source: RepositorySource,
  { parent, ordinal }: CommentPlace,
): readonly PlacedIssueComment[] {
  const pull = source.pullRequest(parent);
  const comment = (pull ?? source.issue(parent))?.comments[ordinal];
  if (comment === undefined) return [];
  return [{ parent: { number: parent, kind: pull === undefined ? 'issue' : 'pull' }, comment }];
}
