import { repositoryUrl, toAddressFields } from '../addresses.ts';
import { type PageArgs, toArrayConnection } from '../connection.ts';
import { type FieldTable, type GraphqlContext, viewerAccount } from '../context.ts';
import { toDatabaseId, toFullDatabaseId } from '../ids.ts';
import {
  type ReviewCommentNode,
  type ReviewNode,
  type ReviewRequestNode,
  type ThreadNode,
  toAccountNode,
  toCommitNode,
  toPullRequestNode,
  toRepositoryNode,
  toReviewCommentNode,
  toReviewNode,
  toUserNode,
} from '../nodes.ts';
import { toReviewerNode } from './timeline-event.ts';

export const reviewFields: FieldTable<ReviewNode> = {
  ...toAddressFields<ReviewNode>(({ repository, pull, review }, urls) =>
    repositoryUrl(urls, repository, `/pull/${pull.number}#pullrequestreview-${review.id}`),
  ),
  id: ({ review }) => review.nodeId,
  databaseId: ({ review }) => toDatabaseId(review.id),
  fullDatabaseId: ({ review }) => toFullDatabaseId(review.id),
  author: ({ review }) => toAccountNode(review.author),
  authorAssociation: ({ review }) => review.authorAssociation,
  state: ({ review }) => review.state,
  body: ({ review }) => review.body,
  submittedAt: ({ review }) => review.submittedAt ?? null,
  publishedAt: ({ review }) => review.submittedAt ?? null,
  createdAt: ({ review }) => review.createdAt,
  updatedAt: ({ review }) => review.updatedAt,
  commit: ({ repository, review }) => toCommitNode(repository, review.commitOid),
  pullRequest: toPullRequestNode,
  repository: ({ repository }) => toRepositoryNode(repository),
  viewerDidAuthor: ({ review }, _args, context) => review.author?.id === viewerAccount(context).id,
  onBehalfOf: (_node, args: PageArgs, context: GraphqlContext) =>
    toArrayConnection(context, args, [], { toNode: () => null }),
  comments(node, args: PageArgs, context: GraphqlContext) {
    const placed = node.pull.threads.flatMap((thread) =>
      thread.comments
        .filter(({ reviewId }) => reviewId === node.review.id)
        .map((comment) => ({ thread, comment })),
    );
    return toArrayConnection(context, args, placed, { toNode: (one) => toReviewCommentNode(node, one) });
  },
};

export const threadFields: FieldTable<ThreadNode> = {
  id: ({ thread }) => thread.nodeId,
  path: ({ thread }) => thread.path,
  line: ({ thread }) => thread.line ?? null,
  originalLine: ({ thread }) => thread.originalLine ?? null,
  diffSide: ({ thread }) => thread.side,
  isResolved: ({ thread }) => thread.isResolved,
  isOutdated: ({ thread }) => thread.isOutdated,
  isCollapsed: ({ thread }) => thread.isResolved || thread.isOutdated,
  subjectType: () => 'LINE',
  resolvedBy: ({ thread }) => toUserNode(thread.resolvedBy),
  pullRequest: toPullRequestNode,
  repository: ({ repository }) => toRepositoryNode(repository),
  comments: (node, args: PageArgs & { readonly skip?: number | null }, context: GraphqlContext) =>
    toArrayConnection(context, args, node.thread.comments, {
      skip: args.skip ?? 0,
      toNode: (comment) => toReviewCommentNode(node, { thread: node.thread, comment }),
    }),
};

export const reviewCommentFields: FieldTable<ReviewCommentNode> = {
  ...toAddressFields<ReviewCommentNode>(({ repository, pull, comment }, urls) =>
    repositoryUrl(urls, repository, `/pull/${pull.number}#discussion_r${comment.id}`),
  ),
  id: ({ comment }) => comment.nodeId,
  databaseId: ({ comment }) => toDatabaseId(comment.id),
  fullDatabaseId: ({ comment }) => toFullDatabaseId(comment.id),
  author: ({ comment }) => toAccountNode(comment.author),
  authorAssociation: ({ comment }) => comment.authorAssociation,
  body: ({ comment }) => comment.body,
  createdAt: ({ comment }) => comment.createdAt,
  publishedAt: ({ comment }) => comment.createdAt,
  updatedAt: ({ comment }) => comment.updatedAt,
  path: ({ comment }) => comment.path,
  line: ({ comment }) => comment.line ?? null,
  originalLine: ({ comment }) => comment.originalLine ?? null,
  outdated: ({ comment }) => comment.isOutdated,
  diffHunk: ({ comment }) => comment.diffHunk,
  subjectType: () => 'LINE',
  state: () => 'SUBMITTED',
  commit: ({ repository, comment }) => toCommitNode(repository, comment.commitOid),
  originalCommit: ({ repository, comment }) => toCommitNode(repository, comment.originalCommitOid),
  pullRequest: toPullRequestNode,
  repository: ({ repository }) => toRepositoryNode(repository),
  pullRequestReview(node) {
    const review = node.pull.reviews.find(({ id }) => id === node.comment.reviewId);
    return review === undefined ? null : toReviewNode(node, review);
  },
  replyTo(node) {
    const { thread, comment } = node;
    const first = thread.comments.find(({ id }) => id === comment.replyToId);
    return first === undefined ? null : toReviewCommentNode(node, { thread, comment: first });
  },
};

export const reviewRequestFields: FieldTable<ReviewRequestNode> = {
  id: ({ pull, ordinal }) => `RRQ_${Buffer.from(`${pull.nodeId}:${ordinal}`).toString('base64url')}`,
  asCodeOwner: () => false,
  pullRequest: toPullRequestNode,
  requestedReviewer: ({ reviewer }) => toReviewerNode(reviewer),
};
