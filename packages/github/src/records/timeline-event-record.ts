import type { AccountRecord, ActorRecord } from './account-record.ts';
import type { LabelRecord } from './label-record.ts';
import type { ReviewerRecord } from './reviewer-record.ts';

interface Happening {
  readonly nodeId: string;
  readonly createdAt: Date;
  readonly actor: ActorRecord;
}

/** The turns in a pull request's life that GitHub dates. */
export type TimelineEventRecord = Happening &
  (
    | { readonly kind: 'ready-for-review' | 'converted-to-draft' | 'closed' | 'reopened' }
    | { readonly kind: 'review-requested' | 'review-request-removed'; readonly reviewer: ReviewerRecord }
    | { readonly kind: 'review-dismissed'; readonly reviewGithubId: number | undefined }
    | {
        readonly kind: 'head-force-pushed';
        readonly beforeOid: string | undefined;
        readonly afterOid: string | undefined;
      }
    | { readonly kind: 'base-changed'; readonly fromRefName: string; readonly toRefName: string }
    | {
        readonly kind:
          | 'added-to-merge-queue'
          | 'removed-from-merge-queue'
          | 'auto-merge-enabled'
          | 'auto-merge-disabled';
      }
    | { readonly kind: 'merged'; readonly commitOid: string | undefined; readonly refName: string }
    | { readonly kind: 'labeled' | 'unlabeled'; readonly label: LabelRecord }
    | { readonly kind: 'assigned' | 'unassigned'; readonly assignee: AccountRecord | undefined }
  );

export type TimelineEventKind = TimelineEventRecord['kind'];
