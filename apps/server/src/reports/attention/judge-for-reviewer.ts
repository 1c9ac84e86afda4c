import type { AttentionFacts } from './attention-facts.ts';
import { judgeWaiting, type Turn, type Waiting } from './judge-waiting.ts';

/** What one person has to do with another's pull request. */
export interface ReviewerPart {
  /** Since when their review is asked for, where it is. */
  readonly askedAt?: Date | undefined;
  /** Their last review or comment. */
  readonly actedAt?: Date | undefined;
  /** True where they approved it: what comes after is the author's. */
  readonly hasApproved: boolean;
}

const turn: Turn = { kind: 'reviewers', names: [] };

/**
 * What waits for one person on another's pull request: a review that is asked of them, new commits after their review, or
 * a reply to it. Nothing on one that is approved, or where the author has not been heard since.
 */
export function judgeForReviewer(facts: AttentionFacts, part: ReviewerPart): Waiting | undefined {
  const waiting = judgeWaiting(facts);
  if (waiting === undefined || waiting.kind === 'not-merged') return undefined;
  if (part.askedAt !== undefined) {
    return { kind: 'first-review', sinceAt: toLater(part.askedAt, facts.readyAt), turn };
  }
  if (part.actedAt === undefined || part.hasApproved) return undefined;
  if (isAfter(facts.lastCommitAt, part.actedAt)) {
    return { kind: 're-review', sinceAt: facts.lastCommitAt, turn };
  }
  if (isAfter(facts.lastAuthorActionAt, part.actedAt)) {
    return { kind: 'reply', sinceAt: facts.lastAuthorActionAt, turn };
  }
  return undefined;
}

const isAfter = (one: Date | undefined, other: Date): one is Date =>
  one !== undefined && one.getTime() > other.getTime();

const toLater = (one: Date, other: Date): Date => (isAfter(one, other) ? one : other);
