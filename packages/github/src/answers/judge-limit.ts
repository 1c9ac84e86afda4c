import type { GitHubFailureKind } from '../github-failure.ts';
import type { WaitReason } from '../quota/quota-gate.ts';
import type { Answer } from './answer.ts';
import { parseRetryAfterMs, parseSnapshot } from './limit-headers.ts';

export interface LimitQuestion {
  readonly kind: GitHubFailureKind | undefined;
  readonly headers: Answer['headers'];
  /** Refusals without `retry-after` in a row before this one. */
  readonly strikes: number;
  readonly now: Date;
}

export interface Block {
  readonly reason: Extract<WaitReason, 'primary-limit' | 'secondary-limit'>;
  readonly untilAt: Date;
}

const firstPauseMs = 60_000;
const longestPauseMs = 15 * 60_000;
/** GitHub's clock is whole seconds: one more, and the bucket is surely new. */
const slackMs = 1000;

/**
 * Until when nothing may be sent, in GitHub's own order: `retry-after`; then an empty bucket's reset; else a minute,
 * doubled at each further refusal. Undefined when the answer is about something else and the bucket is not empty.
 */
export function judgeLimit({ kind, headers, strikes, now }: LimitQuestion): Block | undefined {
  const after = (waitMs: number): Date => new Date(now.getTime() + waitMs + slackMs);
  const isRefused = kind === 'primary-limit' || kind === 'secondary-limit';
  const retryAfterMs = isRefused ? parseRetryAfterMs(headers, now) : undefined;
  if (retryAfterMs !== undefined) return { reason: 'secondary-limit', untilAt: after(retryAfterMs) };
  const snapshot = parseSnapshot(headers, now);
  if (snapshot?.remaining === 0 && snapshot.resetAt > now) {
    return { reason: 'primary-limit', untilAt: new Date(snapshot.resetAt.getTime() + slackMs) };
  }
  return isRefused ? { reason: kind, untilAt: after(toPauseMs(strikes)) } : undefined;
}

const toPauseMs = (strikes: number): number => Math.min(firstPauseMs * 2 ** strikes, longestPauseMs);
