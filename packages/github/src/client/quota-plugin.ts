import { setTimeout as sleep } from 'node:timers/promises';
import type { Octokit } from '@octokit/core';
import type { Answer } from '../answers/answer.ts';
import { type Block, judgeLimit } from '../answers/judge-limit.ts';
import { parseResource, parseSnapshot } from '../answers/limit-headers.ts';
import type { Verdict } from '../answers/verdict.ts';
import { failureSentences } from '../failure-sentences.data.ts';
import { GitHubFailure } from '../github-failure.ts';
import type { QuotaGate, QuotaLane, QuotaRequest, WaitReason } from '../quota/quota-gate.ts';
import { QuotaWait } from '../quota/quota-wait.ts';
import { toFailure } from '../to-failure.ts';
import { findCost, judgeAnswer } from './judge-answer.ts';
import type { Clock, Pacer } from './pacer.ts';
import { readBody } from './read-body.ts';
import { findAnswer } from './to-answer.ts';
import { toQuotaRequest } from './to-quota-request.ts';

export interface QuotaMeans {
  readonly quota: QuotaGate;
  readonly pacer: Pacer;
  readonly clock: Clock;
  readonly lane: QuotaLane;
  readonly graphqlUrl: string;
  /** Waits up to this long are slept through; longer ones are thrown as `QuotaWait`. */
  readonly maxSleepMs: number;
  readonly signal: AbortSignal | undefined;
}

/** Shorter sleeps would only spin. */
const shortestSleepMs = 20;

/**
 * Puts every request of an Octokit under the quota: asks for admission, keeps the pace, reports what came back, and
 * turns refusals into `QuotaWait` and bad answers into `GitHubFailure`. It retries nothing: whoever asked knows whether
 * to ask again, and for how much.
 */
export const createQuotaPlugin =
  (means: QuotaMeans) =>
  (octokit: Octokit): void => {
    octokit.hook.wrap('request', async (send, options) => {
      const request = toQuotaRequest(options, means.graphqlUrl, means.lane);
      const leave = await passGate(request, means);
      const startedAt = means.clock.now();
      const outcome = await settled(Promise.resolve(send(options)).then(readBody));
      leave();
      await report({ request, outcome, startedAt, means });
      if (outcome.kind === 'fulfilled') return outcome.value;
      throw toUnreachable(outcome.reason, means.signal);
    });
  };

type Outcome<T> =
  | { readonly kind: 'fulfilled'; readonly value: T }
  | { readonly kind: 'rejected'; readonly reason: unknown };

const settled = async <T>(work: T | Promise<T>): Promise<Outcome<T>> => {
  try {
    return { kind: 'fulfilled', value: await work };
  } catch (reason) {
    return { kind: 'rejected', reason };
  }
};

async function passGate(request: QuotaRequest, means: QuotaMeans): Promise<() => void> {
  for (;;) {
    const pace = means.pacer.enter(request.resource);
    if (pace.kind === 'wait') {
      await waitOrThrow(request, pace, means);
      continue;
    }
    const decision = await admit(request, pace.leave, means);
    if (decision.kind === 'go') return pace.leave;
    pace.leave();
    await waitOrThrow(request, decision, means);
  }
}

async function admit(request: QuotaRequest, leave: () => void, { quota }: QuotaMeans) {
  try {
    return await quota.admit(request);
  } catch (error) {
    leave();
    throw error;
  }
}

async function waitOrThrow(
  { resource }: QuotaRequest,
  { untilAt, reason }: { readonly untilAt: Date; readonly reason: WaitReason },
  { clock, maxSleepMs, signal }: QuotaMeans,
): Promise<void> {
  const waitMs = untilAt.getTime() - clock.now().getTime();
  if (waitMs > maxSleepMs) throw new QuotaWait(resource, reason, untilAt);
  try {
    await sleep(Math.max(waitMs, shortestSleepMs), undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    throw signal?.aborted === true ? signal.reason : error;
  }
}

interface Report {
  readonly request: QuotaRequest;
  readonly outcome: Outcome<unknown>;
  readonly startedAt: Date;
  readonly means: QuotaMeans;
}

/** Tells pacer and gate what came of a request, then throws what its answer means unless it is fine. */
async function report({ request, outcome, startedAt, means }: Report): Promise<void> {
  const { clock, pacer, quota } = means;
  const now = clock.now();
  const answer = findAnswer(outcome.kind === 'fulfilled' ? outcome.value : outcome.reason);
  const verdict = answer === undefined ? undefined : judgeAnswer(answer);
  const headers = findLimitHeaders(answer, verdict);
  const block = headers && judgeLimit({ kind: verdict?.kind, headers, strikes: pacer.strikes, now });
  const snapshot = headers && parseSnapshot(headers, now);
  tellPacer(pacer, { request, answer, verdict, block }, snapshot !== undefined);
  await quota.settle({
    request,
    points: toPoints(request, answer, verdict),
    status: answer?.status,
    tookMs: now.getTime() - startedAt.getTime(),
    observedAt: now,
    snapshot,
    blocked: block,
  });
  throwVerdict({ request, answer, verdict, block });
}

function tellPacer(pacer: Pacer, { request, answer, verdict, block }: Judged, isCounted: boolean): void {
  if (block !== undefined) pacer.block(parseChargedResource(answer, request), block);
  if (answer !== undefined && !isLimit(verdict)) pacer.clearStrikes();
  if (verdict === undefined && answer?.status === 200) pacer.noteCounting(isCounted);
}

/** A token that GitHub does not know is counted as nobody: those headers speak of the address, not of our bucket. */
const findLimitHeaders = (
  answer: Answer | undefined,
  verdict: Verdict | undefined,
): Answer['headers'] | undefined => (verdict?.kind === 'not-signed-in' ? undefined : answer?.headers);

const parseChargedResource = (
  answer: Answer | undefined,
  { resource }: QuotaRequest,
): QuotaRequest['resource'] => (answer && parseResource(answer.headers)) ?? resource;

const isLimit = (verdict: Verdict | undefined): boolean =>
  verdict?.kind === 'primary-limit' || verdict?.kind === 'secondary-limit';

/** Refusals for a limit or an unknown token, and unchanged answers, cost nothing of the hour's quota. */
function toPoints(request: QuotaRequest, answer: Answer | undefined, verdict: Verdict | undefined): number {
  if (answer === undefined || answer.status === 304 || isLimit(verdict)) return 0;
  if (verdict?.kind === 'not-signed-in') return 0;
  return findCost(answer.body) ?? request.points;
}

interface Judged {
  readonly request: QuotaRequest;
  readonly answer: Answer | undefined;
  readonly verdict: Verdict | undefined;
  readonly block: Block | undefined;
}

function throwVerdict({ request, answer, verdict, block }: Judged): void {
  if (verdict === undefined) return;
  if (block !== undefined && isLimit(verdict))
    throw new QuotaWait(request.resource, block.reason, block.untilAt);
  throw toFailure(verdict, { status: answer?.status });
}

/** Octokit wraps what `fetch` threw; the innermost of it is what the caller can use. */
function toUnreachable(thrown: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted === true) return signal.reason;
  const cause = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown;
  return new GitHubFailure('unreachable', failureSentences.unreachable, { cause });
}
