import type { AccountRecord, ChangedFileRecord, ReviewState } from '../../world/model.ts';
import type { PushedCommits } from './procedural-commits.ts';

/** A review before it has its place among the others. */
export interface PlannedReview {
  readonly atSeconds: number;
  readonly author: AccountRecord | undefined;
  readonly state: ReviewState;
  readonly body: string;
  /** When it was dismissed. */
  readonly dismissedAtSeconds?: number | undefined;
}

/** What reviews are about. */
export interface ReviewedContent extends PushedCommits {
  readonly files: readonly ChangedFileRecord[];
}
