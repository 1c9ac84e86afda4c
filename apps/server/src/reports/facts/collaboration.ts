export type Collaboration =
  | 'assigned-peer-approved'
  | 'unassigned-peer-approved'
  | 'self-merged-after-comments'
  | 'self-merged-without-review'
  | 'ended-by-another-unapproved';

/** What decides how a pull request came to its end. */
export interface Ending {
  readonly isEnded: boolean;
  /** Others who approved it, absent for one who is gone from GitHub. */
  readonly approvers: readonly (number | undefined)[];
  readonly requested: ReadonlySet<number>;
  readonly isMergedByAuthor: boolean;
  readonly hasWordsOfOthers: boolean;
}

/** In the precedence of METRICS, section 2. Undefined while it is open. */
export function judgeCollaboration(ending: Ending): Collaboration | undefined {
  if (!ending.isEnded) return undefined;
  if (ending.approvers.some((id) => id !== undefined && ending.requested.has(id))) {
    return 'assigned-peer-approved';
  }
  if (ending.approvers.length > 0) return 'unassigned-peer-approved';
  if (!ending.isMergedByAuthor) return 'ended-by-another-unapproved';
  return ending.hasWordsOfOthers ? 'self-merged-after-comments' : 'self-merged-without-review';
}
