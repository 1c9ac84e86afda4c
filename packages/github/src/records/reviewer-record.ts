import type { AccountRecord } from './account-record.ts';

export type ReviewerRecord =
  | { readonly kind: 'account'; readonly account: AccountRecord }
  | { readonly kind: 'team'; readonly githubId: number; readonly nodeId: string; readonly slug: string }
  /** Gone, or a team hidden from this token. */
  | { readonly kind: 'unknown' };
