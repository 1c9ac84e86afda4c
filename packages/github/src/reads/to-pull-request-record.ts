import * as z from 'zod';
import type { Gap } from '../answers/graphql-errors.ts';
import { account, actor } from '../fields/actor.ts';
import { closingIssue } from '../fields/closing-issue.ts';
import { findGapsBelow, rawConnection, toConnection } from '../fields/connection.ts';
import { label } from '../fields/label.ts';
import { reviewRequest } from '../fields/review-request.ts';
import { databaseId, instant, oid, optional } from '../fields/scalars.ts';
import type { OptionalField } from '../graphql/optional-fields.data.ts';
import type { Connection } from '../records/connection.ts';
import type { PullRequestRecord } from '../records/pull-request-record.ts';
import { type TimelineLists, toTimeline } from './to-timeline.ts';

const states = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const;

const decisions = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  REVIEW_REQUIRED: 'review-required',
} as const;

const size = z.number().int().nonnegative();

export const rawPullRequest = z.object({
  id: z.string(),
  fullDatabaseId: databaseId,
  number: z.number().int().positive(),
  url: z.string(),
  title: z.string(),
  body: z.string(),
  state: z.enum(['OPEN', 'CLOSED', 'MERGED']),
  isDraft: z.boolean(),
  isInMergeQueue: optional(z.boolean()),
  createdAt: instant,
  updatedAt: instant,
  publishedAt: optional(instant),
  closedAt: optional(instant),
  mergedAt: optional(instant),
  author: actor,
  mergedBy: actor,
  mergeCommit: oid,
  baseRefName: z.string(),
  baseRefOid: z.string(),
  headRefName: z.string(),
  headRefOid: z.string(),
  headRepository: optional(z.object({ nameWithOwner: z.string() })),
  isCrossRepository: z.boolean(),
  reviewDecision: optional(z.enum(['APPROVED', 'CHANGES_REQUESTED', 'REVIEW_REQUIRED'])),
  additions: size,
  deletions: size,
  changedFiles: size,
  totalCommentsCount: optional(size),
  labels: rawConnection,
  assignees: rawConnection,
  reviewRequests: rawConnection,
  timelineItems: rawConnection,
  closingIssuesReferences: rawConnection,
});

type RawPullRequest = z.output<typeof rawPullRequest>;

export interface Asked {
  /** Those below the entry. */
  readonly gaps: readonly Gap[];
  /** Whether labels, assignees and review requests were asked for. */
  readonly withSets: boolean;
  /** What the host was not asked for, for it does not have it. */
  readonly lacking: readonly OptionalField[];
}

/** `gaps` are those below this pull request, their paths beginning at its fields. */
export function toPullRequestRecord(
  raw: RawPullRequest,
  { gaps, withSets, lacking, untold }: Asked & Pick<PullRequestRecord, 'untold'>,
): PullRequestRecord {
  const below = (field: keyof RawPullRequest): readonly Gap[] => findGapsBelow(gaps, field);
  return {
    ...toHeader(raw),
    untold,
    ...(untold.some(({ field }) => field === 'mergedBy') && { mergedBy: undefined }),
    labels: withSets ? toConnection(raw.labels, label, below('labels')) : notAsked,
    assignees: withSets ? toConnection(raw.assignees, account, below('assignees')) : notAsked,
    reviewRequests: withSets
      ? toConnection(raw.reviewRequests, reviewRequest, below('reviewRequests'))
      : notAsked,
    ...toTimeline(raw.timelineItems, below('timelineItems')),
    closingIssues: lacking.includes('PullRequest.closingIssuesReferences')
      ? notOffered
      : toConnection(raw.closingIssuesReferences, closingIssue, below('closingIssuesReferences')),
  };
}

/** Nothing of it was read yet. */
const notAsked: Connection<never> = { items: [], total: undefined, isComplete: false };

const notOffered: Connection<never> = { ...notAsked, unavailableReason: 'not-offered' };

type Lists = 'labels' | 'assignees' | 'reviewRequests' | 'closingIssues' | keyof TimelineLists;

const toHeader = (raw: RawPullRequest): Omit<PullRequestRecord, Lists | 'untold'> => ({
  githubId: raw.fullDatabaseId,
  nodeId: raw.id,
  number: raw.number,
  url: raw.url,
  title: raw.title,
  body: raw.body,
  state: states[raw.state],
  isDraft: raw.isDraft,
  isInMergeQueue: raw.isInMergeQueue,
  author: raw.author,
  createdAt: raw.createdAt,
  updatedAt: raw.updatedAt,
  publishedAt: raw.publishedAt,
  closedAt: raw.closedAt,
  mergedAt: raw.mergedAt,
  mergedBy: raw.state === 'MERGED' ? raw.mergedBy : undefined,
  mergeCommitOid: raw.mergeCommit,
  baseRefName: raw.baseRefName,
  baseRefOid: raw.baseRefOid,
  headRefName: raw.headRefName,
  headRefOid: raw.headRefOid,
  headRepository: raw.headRepository?.nameWithOwner,
  isCrossRepository: raw.isCrossRepository,
  reviewDecision: raw.reviewDecision && decisions[raw.reviewDecision],
  statedCommentTotal: raw.totalCommentsCount,
  statedSize: { additions: raw.additions, deletions: raw.deletions, changedFiles: raw.changedFiles },
});
