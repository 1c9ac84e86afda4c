import type { AgreementKind } from './agreements.data.ts';
import type { AttentionFacts } from './attention-facts.ts';
import { type Attention, dayMs, hourMs, toAttention } from './judge-attention.ts';
import { judgeWaiting, type Turn } from './judge-waiting.ts';
import type { Limit, Limits } from './limits.ts';

/** Whole days, `untilOn` included; `untilAt` is the instant at which they are over. */
export interface Span {
  readonly fromAt: Date;
  readonly untilAt: Date;
  readonly fromOn: string;
  readonly untilOn: string;
}

/** How a time that was agreed on came to its end. */
export interface Ending {
  readonly kind: 'reviewed' | 'merged' | 'closed';
  readonly at: Date;
}

/** Something that went beyond an agreement at `beyondAt`; without an ending it goes on, or has no length. */
export interface Exception extends Attention {
  readonly beyondAt: Date;
  readonly ending?: Ending | undefined;
}

/**
 * What of a pull request went beyond an agreement within a span: each stands in the one span in which its limit passed,
 * so that no week repeats another's. Limits that no team agreed on make no exceptions. Requests for changes and reviews
 * of new commits are judged as they stand now: what was settled since is no longer known.
 */
export function judgeExceptions(
  facts: AttentionFacts,
  limits: Limits,
  span: Span,
  now: Date,
): readonly Exception[] {
  if (facts.state === 'open' && facts.isDraft) return [];
  return [...judgeTimes(facts, limits, now), ...judgeWait(facts, limits), ...judgeOnce(facts, limits)].filter(
    ({ limit, beyondAt }) =>
      limit.setBy !== undefined &&
      beyondAt.getTime() >= span.fromAt.getTime() &&
      beyondAt.getTime() < span.untilAt.getTime() &&
      beyondAt.getTime() <= now.getTime(),
  );
}

const author: Turn = { kind: 'author' };

interface Time {
  readonly kind: Extract<AgreementKind, 'first-review' | 'not-merged' | 'open-too-long'>;
  readonly sinceAt: Date | undefined;
  readonly ending: Ending | undefined;
  readonly turn: Turn;
}

/** Times that facts know from begin to end. */
function judgeTimes(facts: AttentionFacts, limits: Limits, now: Date): readonly Exception[] {
  const { readyAt, firstResponseAt, lastApprovalAt } = facts;
  const ending = toEnding(facts);
  const times: readonly Time[] = [
    {
      kind: 'first-review',
      sinceAt: readyAt,
      ending: firstResponseAt === undefined ? ending : { kind: 'reviewed', at: firstResponseAt },
      turn: facts.askedOf.length > 0 ? { kind: 'reviewers', names: facts.askedOf } : { kind: 'anybody' },
    },
    { kind: 'not-merged', sinceAt: isMergeWait(facts) ? lastApprovalAt : undefined, ending, turn: author },
    { kind: 'open-too-long', sinceAt: readyAt, ending, turn: author },
  ];
  return times.flatMap((time) => toTimeException(time, limits[time.kind], now) ?? []);
}

function toEnding({ mergedAt, closedAt }: AttentionFacts): Ending | undefined {
  if (mergedAt !== undefined) return { kind: 'merged', at: mergedAt };
  return closedAt === undefined ? undefined : { kind: 'closed', at: closedAt };
}

/** An approval that something came after was not the last thing waited for. */
const isMergeWait = (facts: AttentionFacts): boolean =>
  facts.state === 'open' ? judgeWaiting(facts)?.kind === 'not-merged' : facts.mergedAt !== undefined;

function toTimeException(
  { kind, sinceAt, ending, turn }: Time,
  limit: Limit,
  now: Date,
): Exception | undefined {
  if (sinceAt === undefined || limit.value === null) return undefined;
  const unitMs = kind === 'open-too-long' ? dayMs : hourMs;
  const beyondAt = new Date(sinceAt.getTime() + limit.value * unitMs);
  if (beyondAt.getTime() >= (ending?.at ?? now).getTime()) return undefined;
  return { kind, sinceAt, turn, limit, beyondAt, ending };
}

function judgeWait(facts: AttentionFacts, limits: Limits): readonly Exception[] {
  const waiting = judgeWaiting(facts);
  if (waiting === undefined || waiting.kind === 'first-review' || waiting.kind === 'not-merged') return [];
  const { beyondAt, ...attention } = toAttention(waiting, limits);
  return beyondAt === undefined ? [] : [{ ...attention, beyondAt }];
}

/** What is so at one instant: large when it was ready, unseen when it was merged. */
function judgeOnce({ readyAt, lines, ...facts }: AttentionFacts, limits: Limits): readonly Exception[] {
  const { oversized, unreviewed } = limits;
  const { mergedAt, firstResponseAt } = facts;
  const isLarge = oversized.value !== null && lines !== undefined && lines > oversized.value;
  const isUnseen =
    unreviewed.value !== null &&
    mergedAt !== undefined &&
    (firstResponseAt === undefined || firstResponseAt.getTime() > mergedAt.getTime());
  return [
    ...(isLarge
      ? [{ kind: 'oversized', sinceAt: readyAt, turn: author, limit: oversized, beyondAt: readyAt } as const]
      : []),
    ...(isUnseen
      ? [
          {
            kind: 'unreviewed',
            sinceAt: mergedAt,
            turn: author,
            limit: unreviewed,
            beyondAt: mergedAt,
          } as const,
        ]
      : []),
  ];
}
