import type { Connection, ReviewCommentRecord, ReviewThreadRecord } from '@throughline/github';
import type { ListFacts, PartReason, ReviewCommentFacts } from '../../activity/index.ts';
import { type AccountIds, findActorId } from './account-ids.ts';

/** The comments of all threads as one list: whole when every thread is, and every thread's comments are. */
export function toReviewComments(
  threads: Connection<ReviewThreadRecord>,
  ids: AccountIds,
): ListFacts<ReviewCommentFacts> {
  const items = threads.items.flatMap((thread) =>
    thread.comments.items.map((comment) => toComment(comment, thread, ids)),
  );
  const totals = threads.items.map(({ comments }) => comments.total);
  const reason = findReason(threads);
  const isCounted = threads.isComplete && totals.every((total) => total !== undefined);
  return { items, total: isCounted ? totals.reduce((sum, total) => sum + total, 0) : undefined, reason };
}

function findReason(threads: Connection<ReviewThreadRecord>): PartReason | undefined {
  const incomplete = [threads, ...threads.items.map(({ comments }) => comments)].find(
    ({ isComplete }) => !isComplete,
  );
  return incomplete && (incomplete.unavailableReason ?? 'not-read');
}

const toComment = (
  comment: ReviewCommentRecord,
  thread: ReviewThreadRecord,
  ids: AccountIds,
): ReviewCommentFacts => ({
  githubId: comment.githubId,
  nodeId: comment.nodeId,
  authorAccountId: findActorId(ids, comment.author),
  bodyLength: comment.bodyLength,
  createdAt: comment.createdAt,
  updatedAt: comment.updatedAt,
  reviewGithubId: comment.reviewGithubId,
  threadNodeId: thread.nodeId,
  inReplyToGithubId: comment.replyToGithubId,
});
