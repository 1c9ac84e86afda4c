import type { AccountRecord, Instant } from './account-record.ts';
import type { LabelRecord } from './label-record.ts';
import type { ReviewerRecord, ReviewState } from './reviewer-record.ts';
import type { TimelineEventRecord } from './timeline-event-record.ts';

/** One pull request with everything that hangs on it. Children are in GitHub's order: oldest first. */
export interface PullRequestRecord {
  readonly id: number;
  readonly nodeId: string;
  readonly number: number;
  readonly title: string;
  readonly body: string | undefined;
  readonly state: PullRequestState;
  readonly isDraft: boolean;
  readonly isLocked: boolean;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly closedAt: Instant | undefined;
  readonly mergedAt: Instant | undefined;
  /** undefined: the ghost. */
  readonly author: AccountRecord | undefined;
  readonly authorAssociation: AuthorAssociation;
  /** undefined: not merged, the ghost, or not known (a recorded list body). */
  readonly mergedBy: AccountRecord | undefined;
  readonly mergeCommitOid: string | undefined;
  readonly baseRefName: string;
  readonly baseRefOid: string;
  readonly headRefName: string;
  readonly headRefOid: string;
  /** undefined: deleted. The pull request may still have come from a fork: see `isCrossRepository`. */
  readonly headRepository: HeadRepositoryRecord | undefined;
  readonly isCrossRepository: boolean;
  /** undefined: not known. GraphQL's non-null counts then answer 0; that is the server's choice, not the world's. */
  readonly additions: number | undefined;
  readonly deletions: number | undefined;
  readonly changedFiles: number | undefined;
  readonly labels: readonly LabelRecord[];
  readonly assignees: readonly AccountRecord[];
  readonly requestedReviewers: readonly ReviewerRecord[];
  /** undefined where the base branch requires no review. */
  readonly reviewDecision: ReviewDecision | undefined;
  readonly reviews: readonly ReviewRecord[];
  readonly threads: readonly ReviewThreadRecord[];
  readonly comments: readonly ConversationCommentRecord[];
  /** Empty where the commits are gone. */
  readonly commits: readonly CommitRecord[];
  /** `unavailable`: the server answers 404 over REST and FORBIDDEN over GraphQL. */
  readonly files: readonly ChangedFileRecord[] | 'unavailable';
  /** Events only; commits, reviews, threads and comments are merged in by `toTimeline`. */
  readonly events: readonly TimelineEventRecord[];
  /** Numbers of the issues of the same repository that merging closes. */
  readonly closingIssueNumbers: readonly number[];
}

export type PullRequestState = 'OPEN' | 'CLOSED' | 'MERGED';
export type ReviewDecision = 'APPROVED' | 'CHANGES_REQUESTED' | 'REVIEW_REQUIRED';
export type AuthorAssociation =
  | 'MEMBER'
  | 'OWNER'
  | 'MANNEQUIN'
  | 'COLLABORATOR'
  | 'CONTRIBUTOR'
  | 'FIRST_TIME_CONTRIBUTOR'
  | 'FIRST_TIMER'
  | 'NONE';

/** The repository a head branch lies in: this one, or a fork, which need not be in the world. */
export interface HeadRepositoryRecord {
  readonly id: number;
  readonly nodeId: string;
  readonly owner: AccountRecord;
  readonly name: string;
  readonly isFork: boolean;
}

export interface ReviewRecord {
  readonly id: number;
  readonly nodeId: string;
  readonly author: AccountRecord | undefined;
  readonly authorAssociation: AuthorAssociation;
  readonly state: ReviewState;
  readonly body: string;
  /** undefined while pending. */
  readonly submittedAt: Instant | undefined;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** undefined: the commit is gone. */
  readonly commitOid: string | undefined;
}

export interface ReviewThreadRecord {
  readonly nodeId: string;
  readonly path: string;
  /** undefined once outdated. */
  readonly line: number | undefined;
  readonly originalLine: number | undefined;
  readonly side: 'LEFT' | 'RIGHT';
  readonly isResolved: boolean;
  readonly resolvedBy: AccountRecord | undefined;
  readonly isOutdated: boolean;
  /** At least one. */
  readonly comments: readonly ReviewCommentRecord[];
}

export interface ReviewCommentRecord {
  readonly id: number;
  readonly nodeId: string;
  readonly author: AccountRecord | undefined;
  readonly authorAssociation: AuthorAssociation;
  readonly body: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly path: string;
  readonly line: number | undefined;
  readonly originalLine: number | undefined;
  readonly isOutdated: boolean;
  readonly diffHunk: string;
  readonly commitOid: string | undefined;
  readonly originalCommitOid: string | undefined;
  /** The review this comment was part of, by id. */
  readonly reviewId: number | undefined;
  /** The first comment of the thread, by id; undefined on the first itself. */
  readonly replyToId: number | undefined;
}

export interface ConversationCommentRecord {
  readonly id: number;
  readonly nodeId: string;
  readonly author: AccountRecord | undefined;
  readonly authorAssociation: AuthorAssociation;
  readonly body: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

export interface CommitRecord {
  readonly oid: string;
  readonly nodeId: string;
  readonly message: string;
  readonly author: GitSignatureRecord;
  readonly committer: GitSignatureRecord;
  /** People of `Co-authored-by` trailers, without the author. */
  readonly coAuthors: readonly GitSignatureRecord[];
  /** undefined: not known. */
  readonly additions: number | undefined;
  readonly deletions: number | undefined;
  readonly changedFiles: number | undefined;
  readonly parentOids: readonly string[];
}

/** A name and e-mail in a commit. `at` keeps the offset git recorded: `2026-03-01T10:30:00+01:00`. */
export interface GitSignatureRecord {
  readonly name: string;
  readonly email: string;
  readonly at: string;
  /** undefined: the e-mail belongs to no account. */
  readonly account: AccountRecord | undefined;
}

export interface ChangedFileRecord {
  readonly path: string;
  readonly previousPath: string | undefined;
  readonly additions: number;
  readonly deletions: number;
  readonly changeType: 'ADDED' | 'DELETED' | 'MODIFIED' | 'RENAMED';
}
