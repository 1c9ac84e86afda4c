import type { AttentionFacts } from './attention-facts.ts';

/** What an open pull request waits for; it waits for one thing at a time. */
export type WaitingKind =
  | 'first-review'
  | 're-review'
  | 'another-review'
  | 'changes-requested'
  | 'answer'
  | 'reply'
  | 'not-merged';

/** Who can end the wait. Without a name anybody may take it. */
export type Turn =
  | { readonly kind: 'author' }
  | { readonly kind: 'reviewers'; readonly names: readonly string[] }
  | { readonly kind: 'anybody' };

export interface Waiting {
  readonly kind: WaitingKind;
  readonly sinceAt: Date;
  readonly turn: Turn;
}

/**
 * What a pull request waits for, whose turn it is and since when. A draft, and one that is merged or closed, waits for
 * nothing.
 */
export function judgeWaiting(facts: AttentionFacts): Waiting | undefined {
  if (facts.state !== 'open' || facts.isDraft) return undefined;
  if (isApproved(facts)) return ofAuthor('not-merged', facts.lastApprovalAt ?? facts.readyAt);
  if (facts.firstResponseAt === undefined) return ofReviewers('first-review', facts.readyAt, facts.askedOf);
  return judgeAnswered(facts, facts.lastReviewerActionAt ?? facts.firstResponseAt);
}

/** GitHub's verdict where there is one; else an approval that no later commit or request for changes put in doubt. */
function isApproved({ reviewDecision, lastApprovalAt, changesRequestedAt, lastCommitAt }: AttentionFacts) {
  if (reviewDecision !== undefined) return reviewDecision === 'approved';
  return (
    lastApprovalAt !== undefined && changesRequestedAt === undefined && !isAfter(lastCommitAt, lastApprovalAt)
  );
}

function judgeAnswered(facts: AttentionFacts, reviewedAt: Date): Waiting {
  const { lastCommitAt, changesRequestedAt, lastApprovalAt, lastAuthorActionAt } = facts;
  const reviewers = facts.askedOf.length > 0 ? facts.askedOf : facts.reviewedBy;
  if (lastCommitAt !== undefined && isAfter(lastCommitAt, reviewedAt)) {
    return ofReviewers('re-review', lastCommitAt, reviewers);
  }
  if (changesRequestedAt !== undefined) {
    return ofAuthor('changes-requested', toLater(changesRequestedAt, lastAuthorActionAt));
  }
  if (lastApprovalAt !== undefined) return ofReviewers('another-review', reviewedAt, facts.askedOf);
  if (lastAuthorActionAt !== undefined && isAfter(lastAuthorActionAt, reviewedAt)) {
    return ofReviewers('reply', lastAuthorActionAt, reviewers);
  }
  return ofAuthor('answer', reviewedAt);
}

const isAfter = (one: Date | undefined, other: Date): boolean =>
  one !== undefined && one.getTime() > other.getTime();

const toLater = (one: Date, other: Date | undefined): Date =>
  other !== undefined && isAfter(other, one) ? other : one;

const ofAuthor = (kind: WaitingKind, sinceAt: Date): Waiting => ({ kind, sinceAt, turn: { kind: 'author' } });

const ofReviewers = (kind: WaitingKind, sinceAt: Date, names: readonly string[]): Waiting => ({
  kind,
  sinceAt,
  turn: names.length === 0 ? { kind: 'anybody' } : { kind: 'reviewers', names },
});
