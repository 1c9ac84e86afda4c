import type { Block } from '../answers/judge-limit.ts';
import type { QuotaResource } from '../quota/quota-gate.ts';
import { decidePace, minuteMs, type PacedRequest } from './decide-pace.ts';
import { type PaceLimits, paceLimits, toUncountedLimits } from './pace-limits.data.ts';

export interface Clock {
  now(): Date;
}

export type PaceDecision =
  /** Call `leave` when the request ended, however it ended. */
  | { readonly kind: 'go'; readonly leave: () => void }
  | { readonly kind: 'wait'; readonly untilAt: Date; readonly reason: 'pace' | Block['reason'] };

/**
 * Keeps one bucket owner's requests of this process under GitHub's per-minute limits, and silent while GitHub said so.
 * All clients of the same bucket owner take the same pacer.
 */
export interface Pacer {
  enter(resource: QuotaResource): PaceDecision;
  /** GitHub refused: this resource (primary limit) or everything (secondary limit) waits; the longest wait stands. */
  block(resource: QuotaResource, block: Block): void;
  /**
   * Whether the last good answer told what is left. GitHub always does while it counts; a host that does not has no
   * limits a minute either, and is not kept waiting.
   */
  noteCounting(isCounted: boolean): void;
  /** Refusals in a row that named no time. */
  readonly strikes: number;
  /** An answer that was no refusal. */
  clearStrikes(): void;
}

/** A request in flight gives no date; look again soon. */
const crowdedWaitMs = 50;

export function createPacer(clock: Clock, limits: PaceLimits = paceLimits): Pacer {
  const blocks = new Map<QuotaResource | 'all', Block>();
  const uncounted = toUncountedLimits(limits);
  let requests: PacedRequest[] = [];
  let strikes = 0;
  let current = limits;

  const findBlock = (resource: QuotaResource, now: Date): Block | undefined =>
    [blocks.get('all'), blocks.get(resource)].find((block) => block !== undefined && block.untilAt > now);

  const start = (isGraphql: boolean, startedAtMs: number): (() => void) => {
    const running: PacedRequest = { isGraphql, startedAtMs, endedAtMs: undefined };
    requests.push(running);
    return () => {
      const at = requests.indexOf(running);
      if (at !== -1) requests[at] = { ...running, endedAtMs: clock.now().getTime() };
    };
  };

  return {
    enter(resource) {
      const now = clock.now();
      const block = findBlock(resource, now);
      if (block !== undefined) return { kind: 'wait', ...block };
      const nowMs = now.getTime();
      const isGraphql = resource === 'graphql';
      const oldestMs = current === limits ? nowMs - minuteMs : nowMs;
      requests = requests.filter(({ endedAtMs }) => endedAtMs === undefined || endedAtMs > oldestMs);
      const waitMs = decidePace(requests, { isGraphql }, current, nowMs) ?? crowdedWaitMs;
      if (waitMs > 0) return { kind: 'wait', reason: 'pace', untilAt: new Date(nowMs + waitMs) };
      return { kind: 'go', leave: start(isGraphql, nowMs) };
    },
    block(resource, block) {
      strikes += block.reason === 'secondary-limit' ? 1 : 0;
      const scope = block.reason === 'secondary-limit' ? 'all' : resource;
      const held = blocks.get(scope);
      if (held === undefined || held.untilAt < block.untilAt) blocks.set(scope, block);
    },
    noteCounting(isCounted) {
      current = isCounted ? limits : uncounted;
    },
    get strikes() {
      return strikes;
    },
    clearStrikes() {
      strikes = 0;
    },
  };
}
