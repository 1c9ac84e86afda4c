import type { FieldTable } from '../context.ts';
import { type PullRequestNode, toCommitNode } from '../nodes.ts';

/** Plain facts of a pull request. Sizes that are not known are 0: the schema has no other way to say so. */
export const pullRequestStateFields: FieldTable<PullRequestNode> = {
  number: ({ pull }) => pull.number,
  title: ({ pull }) => pull.title,
  body: ({ pull }) => pull.body ?? '',
  state: ({ pull }) => pull.state,
  closed: ({ pull }) => pull.state !== 'OPEN',
  merged: ({ pull }) => pull.state === 'MERGED',
  isDraft: ({ pull }) => pull.isDraft,
  locked: ({ pull }) => pull.isLocked,
  createdAt: ({ pull }) => pull.createdAt,
  publishedAt: ({ pull }) => pull.createdAt,
  updatedAt: ({ pull }) => pull.updatedAt,
  closedAt: ({ pull }) => pull.closedAt ?? null,
  mergedAt: ({ pull }) => pull.mergedAt ?? null,
  additions: ({ pull }) => pull.additions ?? 0,
  deletions: ({ pull }) => pull.deletions ?? 0,
  changedFiles: ({ pull }) => pull.changedFiles ?? 0,
  authorAssociation: ({ pull }) => pull.authorAssociation,
  baseRefName: ({ pull }) => pull.baseRefName,
  baseRefOid: ({ pull }) => pull.baseRefOid,
  headRefName: ({ pull }) => pull.headRefName,
  headRefOid: ({ pull }) => pull.headRefOid,
  isCrossRepository: ({ pull }) => pull.isCrossRepository,
  reviewDecision: ({ pull }) => pull.reviewDecision ?? null,
  totalCommentsCount: ({ pull }) =>
    pull.comments.length + pull.threads.reduce((count, thread) => count + thread.comments.length, 0),
  // The world has no merge queues, auto-merge settings or checks; GitHub says that with these values.
  isInMergeQueue: () => false,
  isMergeQueueEnabled: () => false,
  mergeQueueEntry: () => null,
  autoMergeRequest: () => null,
  mergeable: () => 'UNKNOWN',
  mergeStateStatus: () => 'UNKNOWN',
  statusCheckRollup({ repository, pull }, _args, { meter }) {
    if (toCommitNode(repository, pull.headRefOid) !== null) meter.touchChecks();
    return null;
  },
};
