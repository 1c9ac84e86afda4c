import type {
  AccountRecord,
  Instant,
  RepositoryRecord,
  ReviewState,
  TimelineEventKind,
} from '../../world/model.ts';

/** A login; `ghost` is nobody (a deleted account), one that ends in `[bot]` a bot. Accounts appear when named. */
export type Login = string;

/** A repository written by hand. Everything has a default: `craftRepository()` is one merged, reviewed pull request. */
export interface CraftedRepository {
  /** `acme/api` unless told. The owner is an organisation. */
  readonly fullName?: string;
  /** What the record should say otherwise: visibility, isArchived, formerNames, description… */
  readonly record?: Partial<Omit<RepositoryRecord, 'id' | 'nodeId' | 'owner' | 'name'>>;
  /** A list, or how many plain ones. */
  readonly pulls?: number | readonly CraftedPull[];
  readonly issues?: readonly CraftedIssue[];
  /** Details of accounts; those named anywhere else need none. */
  readonly accounts?: readonly (Partial<AccountRecord> & Pick<AccountRecord, 'login'>)[];
  /** Members of the organisation; unless told, every person named. */
  readonly members?: readonly Login[];
  readonly admins?: readonly Login[];
  readonly teams?: readonly CraftedTeam[];
  /** When the first pull request was made; each next one a day later. A Monday morning unless told. */
  readonly startAt?: Instant;
}

export interface CraftedTeam {
  readonly slug: string;
  readonly members?: readonly Login[];
  /** Of the members, those who maintain it. */
  readonly maintainers?: readonly Login[];
  /** The slug of the team it is nested in. */
  readonly parent?: string;
}

export interface CraftedPull {
  /** One more than the one before unless told. */
  readonly number?: number;
  readonly title?: string;
  readonly body?: string;
  /** `MERGED` unless told; a merged one is merged a day after it was made, by its author. */
  readonly state?: 'OPEN' | 'CLOSED' | 'MERGED';
  readonly isDraft?: boolean;
  readonly createdAt?: Instant;
  /** The latest instant of anything in the pull request unless told. */
  readonly updatedAt?: Instant;
  readonly closedAt?: Instant;
  readonly mergedAt?: Instant;
  readonly author?: Login;
  readonly mergedBy?: Login;
  readonly baseRefName?: string;
  readonly headRefName?: string;
  /** `same` unless told; `gone` is a deleted fork. */
  readonly headRepository?: 'same' | 'fork' | 'gone';
  /** A list, or how many; `gone` where the commits cannot be found any more, reviews' commits included. */
  readonly commits?: number | 'gone' | readonly CraftedCommit[];
  readonly files?: number | 'unavailable' | readonly CraftedFile[];
  /** The sums over the files unless told; `unknown` as in recorded list bodies. */
  readonly size?:
    | 'unknown'
    | { readonly additions: number; readonly deletions: number; readonly changedFiles: number };
  readonly labels?: readonly string[];
  readonly assignees?: readonly Login[];
  /** Logins, or `team:slug`. */
  readonly requestedReviewers?: readonly string[];
  readonly reviewDecision?: 'APPROVED' | 'CHANGES_REQUESTED' | 'REVIEW_REQUIRED';
  readonly reviews?: number | readonly CraftedReview[];
  readonly threads?: number | readonly CraftedThread[];
  readonly comments?: number | readonly CraftedComment[];
  /** Beside the merging and closing ones, which are made. */
  readonly events?: readonly CraftedEvent[];
  readonly closingIssueNumbers?: readonly number[];
}

export interface CraftedReview {
  readonly author?: Login;
  /** `APPROVED` unless told. */
  readonly state?: ReviewState;
  readonly body?: string;
  /** One hour after the one before unless told. */
  readonly submittedAt?: Instant;
}

export interface CraftedThread {
  readonly path?: string;
  readonly line?: number;
  readonly isResolved?: boolean;
  readonly resolvedBy?: Login;
  readonly isOutdated?: boolean;
  /** A list, or how many; the later ones answer the first. */
  readonly comments?: number | readonly CraftedComment[];
}

export interface CraftedComment {
  readonly author?: Login;
  readonly body?: string;
  readonly createdAt?: Instant;
}

export interface CraftedCommit {
  readonly oid?: string;
  readonly message?: string;
  /** An account's login; `ghost` for a commit whose e-mail belongs to nobody. */
  readonly author?: Login;
  readonly name?: string;
  readonly email?: string;
  readonly at?: string;
  readonly additions?: number;
  readonly deletions?: number;
  readonly changedFiles?: number;
  readonly coAuthors?: readonly Login[];
}

export interface CraftedFile {
  readonly path: string;
  readonly previousPath?: string;
  readonly additions?: number;
  readonly deletions?: number;
  readonly changeType?: 'ADDED' | 'DELETED' | 'MODIFIED' | 'RENAMED';
}

/** `from` and `to` are what the kind changes: titles, base branches, head commits. */
export interface CraftedEvent {
  readonly kind: TimelineEventKind;
  readonly actor?: Login;
  readonly createdAt?: Instant;
  readonly from?: string;
  readonly to?: string;
  readonly label?: string;
  readonly assignee?: Login;
  /** A login, `team:slug`, or `ghost` where it is gone. */
  readonly requestedReviewer?: string;
  /** The dismissed review's place, from 0. */
  readonly review?: number;
}

export interface CraftedIssue {
  readonly number: number;
  readonly title?: string;
  readonly body?: string;
  readonly state?: 'OPEN' | 'CLOSED';
  readonly author?: Login;
  readonly createdAt?: Instant;
  readonly labels?: readonly string[];
  readonly comments?: number | readonly CraftedComment[];
}
