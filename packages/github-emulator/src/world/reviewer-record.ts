import type { AccountRecord, TeamRecord } from './account-record.ts';

/** Who is asked to review. */
export type ReviewerRecord =
  | { readonly kind: 'account'; readonly account: AccountRecord }
  | { readonly kind: 'team'; readonly team: TeamRecord };

export type ReviewState = 'PENDING' | 'COMMENTED' | 'APPROVED' | 'CHANGES_REQUESTED' | 'DISMISSED';
