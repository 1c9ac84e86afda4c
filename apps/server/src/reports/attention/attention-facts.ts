/** What is known of a pull request where it is judged whom it waits for. Absent is what did not happen. */
export interface AttentionFacts {
  readonly state: 'open' | 'merged' | 'closed';
  readonly isDraft: boolean;
  /** Ready for review: opened, or the last time it stopped being a draft before its first review. */
  readonly readyAt: Date;
  /** The first response by another person (METRICS, section 1: X). */
  readonly firstResponseAt?: Date | undefined;
  readonly lastApprovalAt?: Date | undefined;
  readonly lastCommitAt?: Date | undefined;
  /** The latest request for changes that stands. */
  readonly changesRequestedAt?: Date | undefined;
  readonly lastAuthorActionAt?: Date | undefined;
  readonly lastReviewerActionAt?: Date | undefined;
  readonly mergedAt?: Date | undefined;
  /** Merged or closed. */
  readonly closedAt?: Date | undefined;
  /** Lines added and removed; undefined when not known. */
  readonly lines?: number | undefined;
  /** GitHub's own verdict, where the branch asks for reviews. */
  readonly reviewDecision?: 'approved' | 'changes-requested' | 'review-required' | undefined;
  /** Names of those whose review is asked for now. */
  readonly askedOf: readonly string[];
  /** Names of those who reviewed, by name. */
  readonly reviewedBy: readonly string[];
}
