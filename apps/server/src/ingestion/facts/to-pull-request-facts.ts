import {
  type Connection,
  type FileRecord,
  type PullRequestRecord,
  type ReviewRequestRecord,
  type StatedSize,
  toKnownSize,
  type UntoldName,
} from '@throughline/github';
import type {
  CommitFacts,
  FieldPart,
  FileFacts,
  ListFacts,
  PullRequestContent,
  PullRequestFacts,
  ReviewRequestFacts,
} from '../../activity/index.ts';
import { type AccountIds, findActorId, getAccountId } from './account-ids.ts';
import { toEventFacts } from './to-event-facts.ts';
import { toFile } from './to-files-facts.ts';
import { toListFacts } from './to-list-facts.ts';
import { toReviewComments } from './to-review-comments.ts';

/** A pull request as it was read, with its files, which come by a question of their own. */
export interface ReadPullRequest {
  readonly record: PullRequestRecord;
  readonly files: Connection<FileRecord>;
}

export interface ReadingOf {
  readonly observedAt: Date;
  /** Asked again because two contents had been seen under one version. */
  readonly isLookup: boolean;
  readonly accountIds: AccountIds;
}

/** What GitHub said of a pull request as facts for the write path: lengths instead of texts, our ids for accounts. */
export function toPullRequestFacts(
  { record, files }: ReadPullRequest,
  { observedAt, isLookup, accountIds }: ReadingOf,
): PullRequestFacts {
  const size = toKnownSize({ stated: record.statedSize, files });
  return {
    number: record.number,
    version: record.updatedAt,
    observedAt,
    isLookup,
    content: toContent(record, size, accountIds),
    untold: new Map(record.untold.map(({ field, reason }) => [partOfField[field], reason])),
    lists: toLists(record, toListFacts(files, toFile), accountIds),
    events: toListFacts(record.timeline, (event) => toEventFacts(event, accountIds)),
    commits: record.commits.items.map((commit) => toCommit(commit, accountIds)),
  };
}

const partOfField = {
  author: 'author',
  mergedBy: 'merged-by',
  mergeCommit: 'merge-commit',
  reviewDecision: 'review-decision',
  headRepository: 'head-repository',
} as const satisfies Record<UntoldName, FieldPart>;

function toContent(
  record: PullRequestRecord,
  size: StatedSize | undefined,
  ids: AccountIds,
): PullRequestContent {
  return {
    githubId: record.githubId,
    nodeId: record.nodeId,
    title: record.title,
    bodyLength: record.body.length,
    state: toState(record),
    isDraft: record.isDraft,
    authorAccountId: findActorId(ids, record.author),
    createdAt: record.createdAt,
    closedAt: record.closedAt,
    mergedAt: record.mergedAt,
    mergedByAccountId: findActorId(ids, record.mergedBy),
    mergeCommitOid: record.mergeCommitOid,
    baseRef: record.baseRefName,
    baseOid: record.baseRefOid,
    headRef: record.headRefName,
    headOid: record.headRefOid,
    headRepository: record.headRepository,
    isCrossRepository: record.isCrossRepository,
    additions: size?.additions,
    deletions: size?.deletions,
    changedFiles: size?.changedFiles,
    reviewDecision: record.reviewDecision,
  };
}

/** Merged is what has a date of it. */
function toState({ state, mergedAt }: PullRequestRecord): PullRequestContent['state'] {
  if (mergedAt !== undefined) return 'merged';
  return state === 'merged' ? 'closed' : state;
}

const toLists = (
  record: PullRequestRecord,
  files: ListFacts<FileFacts>,
  ids: AccountIds,
): PullRequestFacts['lists'] => ({
  labels: toListFacts(record.labels, ({ name, color }) => ({ name, colour: color })),
  assignees: toListFacts(record.assignees, (account) => ({ accountId: getAccountId(ids, account) })),
  'review-requests': toListFacts(record.reviewRequests, (request) => toReviewRequest(request, ids)),
  reviews: toListFacts(record.reviews, (review) => ({
    githubId: review.githubId,
    nodeId: review.nodeId,
    authorAccountId: findActorId(ids, review.author),
    state: review.state,
    submittedAt: review.submittedAt,
    commitOid: review.commitOid,
    bodyLength: review.bodyLength,
  })),
  threads: toListFacts(record.reviewThreads, (thread) => ({
    nodeId: thread.nodeId,
    path: thread.path,
    line: thread.line,
    isResolved: thread.isResolved,
    isOutdated: thread.isOutdated,
    resolvedByAccountId: findActorId(ids, thread.resolvedBy),
  })),
  'review-comments': toReviewComments(record.reviewThreads, ids),
  comments: toListFacts(record.comments, (comment) => ({
    githubId: comment.githubId,
    nodeId: comment.nodeId,
    authorAccountId: findActorId(ids, comment.author),
    bodyLength: comment.bodyLength,
    createdAt: comment.createdAt,
    updatedAt: comment.updatedAt,
  })),
  commits: toListFacts(record.commits, ({ oid }, index) => ({ oid, position: index + 1 })),
  files,
  'closing-issues': toListFacts(record.closingIssues, ({ repository, number }) => ({
    issueRepository: repository,
    issueNumber: number,
  })),
});

function toReviewRequest({ nodeId, reviewer }: ReviewRequestRecord, ids: AccountIds): ReviewRequestFacts {
  switch (reviewer.kind) {
    case 'account':
      return {
        reviewerKind: 'account',
        reviewerKey: String(reviewer.account.githubId),
        accountId: getAccountId(ids, reviewer.account),
      };
    case 'team':
      return { reviewerKind: 'team', reviewerKey: String(reviewer.githubId), accountId: undefined };
    case 'unknown':
      return { reviewerKind: 'hidden', reviewerKey: nodeId ?? '', accountId: undefined };
  }
}

const toCommit = (commit: PullRequestRecord['commits']['items'][number], ids: AccountIds): CommitFacts => ({
  oid: commit.oid,
  authorAccountId: commit.author.account && getAccountId(ids, commit.author.account),
  authorEmail: commit.author.email?.toLowerCase(),
  authoredAt: commit.authoredAt,
  committedAt: commit.committedAt,
  messageLength: commit.message.length,
});
