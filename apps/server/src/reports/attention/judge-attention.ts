import type { AgreementKind } from './agreements.data.ts';
import type { AttentionFacts } from './attention-facts.ts';
import { judgeWaiting, type Turn, type Waiting, type WaitingKind } from './judge-waiting.ts';
import type { Limit, Limits } from './limits.ts';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

export type AttentionKind = WaitingKind | 'open-too-long' | 'oversized' | 'unreviewed';

/** Something about a pull request that is talked about; whose turn it is and since when. */
export interface Attention {
  readonly kind: AttentionKind;
  readonly sinceAt: Date;
  readonly turn: Turn;
  readonly limit: Limit;
  /** The instant from which it is beyond its limit; undefined where there is none to be beyond. */
  readonly beyondAt?: Date | undefined;
}

/** The agreement that a wait is held to; a review still to come is held to that of the first or of the next. */
export const agreementOf: Readonly<Record<AttentionKind, AgreementKind>> = {
  'first-review': 'first-review',
  're-review': 're-review',
  'another-review': 're-review',
  reply: 're-review',
  'changes-requested': 'changes-requested',
  answer: 'changes-requested',
  'not-merged': 'not-merged',
  'open-too-long': 'open-too-long',
  oversized: 'oversized',
  unreviewed: 'unreviewed',
};

/** A wait with its limit and the instant from which it is beyond it. */
export function toAttention(waiting: Waiting, limits: Limits): Attention {
  const limit = limits[agreementOf[waiting.kind]];
  return {
    ...waiting,
    limit,
    beyondAt: limit.value === null ? undefined : new Date(waiting.sinceAt.getTime() + limit.value * hourMs),
  };
}

/**
 * What of a pull request is beyond its limits at an instant: its wait, its age, its size while it is open; that it was
 * merged without a review once it is merged. One pull request can stand here more than once, each time for another reason.
 */
export function judgeAttention(facts: AttentionFacts, limits: Limits, now: Date): readonly Attention[] {
  const waiting = judgeWaiting(facts);
  const judged = [
    ...(waiting === undefined ? [] : [toAttention(waiting, limits), toAge(facts, limits)]),
    toSize(facts, limits),
    toUnreviewed(facts, limits),
  ];
  return judged.filter((each) => each !== undefined).filter((each) => isBeyond(each, now));
}

export const isBeyond = ({ beyondAt }: Attention, now: Date): boolean =>
  beyondAt !== undefined && beyondAt.getTime() <= now.getTime();

/** Draft time is no open time: it counts from when it was ready. */
function toAge({ readyAt }: AttentionFacts, limits: Limits): Attention {
  const limit = limits['open-too-long'];
  return {
    kind: 'open-too-long',
    sinceAt: readyAt,
    turn: { kind: 'author' },
    limit,
    beyondAt: limit.value === null ? undefined : new Date(readyAt.getTime() + limit.value * dayMs),
  };
}

function toSize({ state, isDraft, readyAt, lines }: AttentionFacts, limits: Limits): Attention | undefined {
  const limit = limits.oversized;
  if (state !== 'open' || isDraft || lines === undefined || limit.value === null || lines <= limit.value) {
    return undefined;
  }
  return { kind: 'oversized', sinceAt: readyAt, turn: { kind: 'author' }, limit, beyondAt: readyAt };
}

/** Nobody else said a word before the merge; a comment after it does not make it reviewed (METRICS, section 2). */
function toUnreviewed({ mergedAt, firstResponseAt, lastApprovalAt }: AttentionFacts, limits: Limits) {
  const limit = limits.unreviewed;
  if (mergedAt === undefined || limit.value === null) return undefined;
  const responses = [firstResponseAt, lastApprovalAt].filter((at) => at !== undefined);
  if (responses.some((at) => at.getTime() <= mergedAt.getTime())) return undefined;
  const turn: Turn = { kind: 'author' };
  return { kind: 'unreviewed' as const, sinceAt: mergedAt, turn, limit, beyondAt: mergedAt };
}
