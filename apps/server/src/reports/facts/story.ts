/** What a fact is decided from: everything that activity knows of one pull request. Instants are seconds since 1970. */
export interface Story {
  readonly repositoryId: number;
  readonly number: number;
  readonly fullName: string;
  readonly title: string;
  readonly authorId: number | undefined;
  readonly openedAt: number;
  readonly mergedAt: number | undefined;
  readonly closedAt: number | undefined;
  readonly mergedById: number | undefined;
  readonly baseRef: string;
  readonly headRef: string;
  /** Undefined where GitHub did not say how large it is. */
  readonly lines: number | undefined;
  readonly changedFiles: number | undefined;
  /** The earliest commit that an earlier fact knew of: a force-push may have taken it away since. */
  readonly knownFirstCommitAt: number | undefined;
  /** Why somebody left it out of figures. */
  readonly excludedReason: string | undefined;
  readonly labels: readonly string[];
  readonly reviews: readonly StoryReview[];
  readonly comments: readonly StoryComment[];
  readonly commits: readonly StoryCommit[];
  readonly events: readonly StoryEvent[];
  /** Reviews that are asked for now; of an account, or undefined: of a team or of somebody hidden. */
  readonly requests: readonly (number | undefined)[];
}

export interface StoryReview {
  readonly githubId: number;
  readonly accountId: number | undefined;
  readonly state: 'commented' | 'changes-requested' | 'approved' | 'dismissed';
  readonly at: number;
  /** Characters of its text. */
  readonly length: number;
}

export interface StoryComment {
  readonly kind: 'conversation' | 'review';
  readonly accountId: number | undefined;
  readonly at: number;
  readonly length: number;
  readonly reviewGithubId: number | undefined;
}

export interface StoryCommit {
  readonly authoredAt: number;
  readonly committedAt: number;
}

export interface StoryEvent {
  readonly kind: string;
  readonly at: number;
  readonly accountId: number | undefined;
  readonly subject: string;
}
