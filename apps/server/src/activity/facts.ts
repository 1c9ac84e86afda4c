/** Why a list of a pull request is not here as a whole. */
export type PartReason =
  | 'forbidden'
  | 'gone'
  | 'cut-off'
  | 'unreadable'
  | 'count-differs'
  /** There is more that was not asked for: a documented limit of ours or of GitHub's. */
  | 'not-read'
  /** The host's version of GitHub does not have such a list. */
  | 'not-offered';

/**
 * A list as one answer showed it. Without a `reason` it is whole: what it lacks, GitHub does not have. With one, it says
 * nothing about what it lacks.
 */
export interface ListFacts<Item> {
  readonly items: readonly Item[];
  readonly total: number | undefined;
  readonly reason: PartReason | undefined;
}

export interface LabelFacts {
  readonly name: string;
  readonly colour: string;
}

export interface AssigneeFacts {
  readonly accountId: number;
}

export interface ReviewRequestFacts {
  readonly reviewerKind: 'account' | 'team' | 'hidden';
  /** The account's or team's id at GitHub; of a hidden reviewer the request's node id. */
  readonly reviewerKey: string;
  readonly accountId: number | undefined;
}

export interface ReviewFacts {
  readonly githubId: number;
  readonly nodeId: string;
  readonly authorAccountId: number | undefined;
  readonly state: 'pending' | 'commented' | 'changes-requested' | 'approved' | 'dismissed';
  readonly submittedAt: Date | undefined;
  readonly commitOid: string | undefined;
  readonly bodyLength: number;
}

export interface ReviewThreadFacts {
  readonly nodeId: string;
  readonly path: string;
  readonly line: number | undefined;
  readonly isResolved: boolean;
  readonly isOutdated: boolean;
  readonly resolvedByAccountId: number | undefined;
}

export interface CommentFacts {
  readonly githubId: number;
  readonly nodeId: string;
  readonly authorAccountId: number | undefined;
  readonly bodyLength: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface ReviewCommentFacts extends CommentFacts {
  readonly reviewGithubId: number | undefined;
  readonly threadNodeId: string | undefined;
  readonly inReplyToGithubId: number | undefined;
}

/** Where a commit stands in a pull request. */
export interface CommitPlaceFacts {
  readonly oid: string;
  readonly position: number;
}

export interface FileFacts {
  readonly path: string;
  readonly changeKind: 'added' | 'changed' | 'copied' | 'deleted' | 'modified' | 'renamed';
  readonly additions: number;
  readonly deletions: number;
}

export interface ClosingIssueFacts {
  /** `owner/name` of the issue's repository. */
  readonly issueRepository: string;
  readonly issueNumber: number;
}

/** The lists whose rows come and go, by the name of their part. */
export interface ListItems {
  readonly labels: LabelFacts;
  readonly assignees: AssigneeFacts;
  readonly 'review-requests': ReviewRequestFacts;
  readonly reviews: ReviewFacts;
  readonly threads: ReviewThreadFacts;
  readonly 'review-comments': ReviewCommentFacts;
  readonly comments: CommentFacts;
  readonly commits: CommitPlaceFacts;
  readonly files: FileFacts;
  readonly 'closing-issues': ClosingIssueFacts;
}

export type ListPart = keyof ListItems;

/** Fields of the pull request's own row that GitHub may keep to itself, by the name of their part. */
export type FieldPart = 'author' | 'merged-by' | 'merge-commit' | 'review-decision' | 'head-repository';

export type Part = ListPart | 'events' | FieldPart;

/** Something dated that happened to a pull request, and never changes again. */
export interface EventFacts {
  readonly kind: string;
  readonly occurredAt: Date;
  /** 0 when the account is gone. */
  readonly actorAccountId: number;
  /** Whom or what it was about; empty when nothing else was. */
  readonly subject: string;
  readonly nodeId: string | undefined;
}

export interface CommitFacts {
  readonly oid: string;
  readonly authorAccountId: number | undefined;
  readonly authorEmail: string | undefined;
  readonly authoredAt: Date;
  readonly committedAt: Date;
  readonly messageLength: number;
}

/** What stands in the pull request's own row. */
export interface PullRequestContent {
  readonly githubId: number;
  readonly nodeId: string;
  readonly title: string;
  readonly bodyLength: number;
  readonly state: 'open' | 'closed' | 'merged';
  readonly isDraft: boolean;
  readonly authorAccountId: number | undefined;
  readonly createdAt: Date;
  readonly closedAt: Date | undefined;
  readonly mergedAt: Date | undefined;
  readonly mergedByAccountId: number | undefined;
  readonly mergeCommitOid: string | undefined;
  readonly baseRef: string;
  readonly baseOid: string | undefined;
  readonly headRef: string;
  readonly headOid: string | undefined;
  readonly headRepository: string | undefined;
  readonly isCrossRepository: boolean;
  /** Undefined when not known; the part `files` then says why. */
  readonly additions: number | undefined;
  readonly deletions: number | undefined;
  readonly changedFiles: number | undefined;
  readonly reviewDecision: 'approved' | 'changes-requested' | 'review-required' | undefined;
}

/** Under what something was seen. */
export interface Sighting {
  /** GitHub's own version: the pull request's `updated_at`. */
  readonly version: Date;
  /** When GitHub said so. */
  readonly observedAt: Date;
  /** It was asked for because two contents had been seen under one version: it decides, if it is the later one. */
  readonly isLookup: boolean;
}

/** Everything one answer told about a pull request. Accounts are named by our ids. */
export interface PullRequestFacts extends Sighting {
  readonly number: number;
  readonly content: PullRequestContent;
  /** Fields that are empty in `content` for GitHub did not tell them. Undefined: the answer did not speak of its fields. */
  readonly untold: ReadonlyMap<FieldPart, PartReason> | undefined;
  /** Undefined: the answer did not speak of that list. */
  readonly lists: { readonly [P in ListPart]: ListFacts<ListItems[P]> | undefined };
  readonly events: ListFacts<EventFacts> | undefined;
  /** The commits that the list `commits` places. */
  readonly commits: readonly CommitFacts[];
}
