import type { AccountRecord, Instant } from './account-record.ts';
import type { LabelRecord } from './label-record.ts';
import type { ReviewerRecord, ReviewState } from './reviewer-record.ts';

/** An event of a pull request's timeline, under GitHub's GraphQL type name. */
export type TimelineEventRecord = TimelineEventBase & TimelineEventDetail;

export interface TimelineEventBase {
  readonly id: number;
  readonly nodeId: string;
  /** undefined: the ghost. */
  readonly actor: AccountRecord | undefined;
  readonly createdAt: Instant;
}

export type TimelineEventDetail =
  | {
      readonly kind:
        | 'ReadyForReviewEvent'
        | 'ConvertToDraftEvent'
        | 'ClosedEvent'
        | 'ReopenedEvent'
        | 'MentionedEvent'
        | 'SubscribedEvent'
        | 'AutoMergeEnabledEvent'
        | 'AddedToMergeQueueEvent'
        | 'RemovedFromMergeQueueEvent'
        | 'LockedEvent'
        | 'UnlockedEvent';
    }
  | {
      readonly kind: 'ReviewRequestedEvent' | 'ReviewRequestRemovedEvent';
      /** undefined: the account or the team is gone. */
      readonly requestedReviewer: ReviewerRecord | undefined;
    }
  | {
      readonly kind: 'ReviewDismissedEvent';
      readonly reviewId: number;
      readonly previousReviewState: ReviewState;
      readonly message: string;
    }
  | {
      readonly kind: 'HeadRefForcePushedEvent';
      /** undefined: gone, or not known (REST does not say). */
      readonly beforeOid: string | undefined;
      readonly afterOid: string | undefined;
    }
  | { readonly kind: 'HeadRefDeletedEvent' | 'HeadRefRestoredEvent'; readonly headRefName: string }
  | { readonly kind: 'MergedEvent'; readonly commitOid: string | undefined; readonly mergeRefName: string }
  | { readonly kind: 'LabeledEvent' | 'UnlabeledEvent'; readonly label: LabelRecord }
  | { readonly kind: 'AssignedEvent' | 'UnassignedEvent'; readonly assignee: AccountRecord | undefined }
  | {
      readonly kind: 'BaseRefChangedEvent';
      readonly previousRefName: string;
      readonly currentRefName: string;
    }
  | { readonly kind: 'RenamedTitleEvent'; readonly previousTitle: string; readonly currentTitle: string }
  | { readonly kind: 'ReferencedEvent'; readonly commitOid: string | undefined };

export type TimelineEventKind = TimelineEventDetail['kind'];
