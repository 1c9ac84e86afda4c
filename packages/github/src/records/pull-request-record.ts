import type { AccountRecord, ActorRecord } from './account-record.ts';
import type { Connection, UnavailableReason } from './connection.ts';
import type { LabelRecord } from './label-record.ts';
import type { ReviewerRecord } from './reviewer-record.ts';
import type { TimelineEventRecord } from './timeline-event-record.ts';

/** One pull request with the first part of everything that hangs on it. Files come by a query of their own. */
export interface PullRequestRecord {
  readonly githubId: number;
  readonly nodeId: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed' | 'merged';
  readonly isDraft: boolean;
  readonly author: ActorRecord;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly publishedAt: Date | undefined;
  readonly closedAt: Date | undefined;
  readonly mergedAt: Date | undefined;
  /** Undefined when not merged. */
  readonly mergedBy: ActorRecord | undefined;
  readonly mergeCommitOid: string | undefined;
  readonly baseRefName: string;
  readonly baseRefOid: string;
  readonly headRefName: string;
  readonly headRefOid: string;
  /** `owner/name`; undefined when the fork is gone. */
  readonly headRepository: string | undefined;
  readonly isCrossRepository: boolean;
  /** Undefined where the host does not have merge queues. */
  readonly isInMergeQueue: boolean | undefined;
  readonly reviewDecision: 'approved' | 'changes-requested' | 'review-required' | undefined;
  /** As GitHub states it, which may be 0 for "not known": ask `toKnownSize`. */
  readonly statedSize: StatedSize;
  /** Comments of the conversation and of review threads; whether GitHub counts reviews with a text too it does not say. */
  readonly statedCommentTotal: number | undefined;
  /** Fields of one value that GitHub did not tell. They are empty here, which says nothing of what they hold. */
  readonly untold: readonly UntoldField[];
  readonly labels: Connection<LabelRecord>;
  readonly assignees: Connection<AccountRecord>;
  readonly reviewRequests: Connection<ReviewRequestRecord>;
  readonly reviews: Connection<ReviewRecord>;
  /** Without their comments: asking for them here would cost more than all the rest. See `joinThreadComments`, `readThreadComments`. */
  readonly reviewThreads: Connection<ReviewThreadRecord>;
  readonly comments: Connection<CommentRecord>;
  readonly commits: Connection<PullRequestCommitRecord>;
  readonly timeline: Connection<TimelineEventRecord>;
  /** Events of kinds that this version does not know; they are in nobody's list. */
  readonly ignoredEventTotal: number;
  readonly closingIssues: Connection<ClosingIssueRecord>;
}

export type UntoldName = 'author' | 'mergedBy' | 'mergeCommit' | 'reviewDecision' | 'headRepository';

export interface UntoldField {
  readonly field: UntoldName;
  /** Refused to this token, or left out of an answer that could not be asked for smaller. */
  readonly reason: Extract<UnavailableReason, 'forbidden' | 'cut-off'>;
}

export interface StatedSize {
  readonly additions: number;
  readonly deletions: number;
  readonly changedFiles: number;
}

export interface ReviewRequestRecord {
  /** Undefined over REST, which names reviewers only. */
  readonly nodeId: string | undefined;
  readonly reviewer: ReviewerRecord;
}

export interface ReviewRecord {
  readonly githubId: number;
  readonly nodeId: string;
  readonly author: ActorRecord;
  readonly state: 'approved' | 'changes-requested' | 'commented' | 'dismissed' | 'pending';
  /** In characters; what was said is not kept. */
  readonly bodyLength: number;
  readonly createdAt: Date;
  /** Undefined while pending. */
  readonly submittedAt: Date | undefined;
  readonly updatedAt: Date;
  /** The commit reviewed; undefined when it is gone. */
  readonly commitOid: string | undefined;
}

export interface ReviewThreadRecord {
  readonly nodeId: string;
  readonly path: string;
  /** Undefined once the line is gone from the newest diff. */
  readonly line: number | undefined;
  /** Where the thread was begun. */
  readonly originalLine: number | undefined;
  readonly isResolved: boolean;
  readonly isOutdated: boolean;
  /** Undefined when not resolved. */
  readonly resolvedBy: ActorRecord | undefined;
  readonly comments: Connection<ReviewCommentRecord>;
}

export interface CommentRecord {
  readonly githubId: number;
  readonly nodeId: string;
  readonly author: ActorRecord;
  /** In characters; what was said is not kept. */
  readonly bodyLength: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface ReviewCommentRecord extends CommentRecord {
  /** The review it was sent with. */
  readonly reviewGithubId: number | undefined;
  readonly replyToGithubId: number | undefined;
}

export interface GitPersonRecord {
  readonly name: string | undefined;
  readonly email: string | undefined;
  /** The account GitHub attaches to the e-mail. */
  readonly account: AccountRecord | undefined;
}

export interface PullRequestCommitRecord {
  readonly oid: string;
  readonly message: string;
  readonly authoredAt: Date;
  readonly committedAt: Date;
  readonly author: GitPersonRecord;
  readonly committer: GitPersonRecord;
}

export interface ClosingIssueRecord {
  readonly githubId: number;
  readonly nodeId: string;
  readonly number: number;
  /** `owner/name` of the issue's repository, which may be another one. */
  readonly repository: string;
}

export interface FileRecord {
  readonly path: string;
  readonly change: 'added' | 'changed' | 'copied' | 'deleted' | 'modified' | 'renamed';
  readonly additions: number;
  readonly deletions: number;
}
