import type { AccountRecord } from './account-record.ts';

export type ReviewerRecord =
  | { readonly kind: 'account'; readonly account: AccountRecord }
  /** Its name is not asked for: that takes a scope of its own, and without it GitHub may refuse the whole question. */
  | { readonly kind: 'team'; readonly githubId: number; readonly nodeId: string }
  /** Gone, or a team hidden from this token. */
  | { readonly kind: 'unknown' };
