import type { PaceLimits } from './pace-limits.data.ts';

/** A request of the last minute. `busyMs` grows while it runs. */
export interface PacedRequest {
  readonly isGraphql: boolean;
  readonly startedAtMs: number;
  /** Undefined while it runs. */
  readonly endedAtMs: number | undefined;
}

export const minuteMs = 60_000;

/**
 * How long to wait before one more request keeps within every limit of the last sixty seconds; 0 is now, undefined
 * means: until one of those running ends.
 */
export function decidePace(
  requests: readonly PacedRequest[],
  next: { readonly isGraphql: boolean },
  limits: PaceLimits,
  nowMs: number,
): number | undefined {
  const running = requests.filter((request) => request.endedAtMs === undefined).length;
  if (running >= limits.concurrent) return undefined;
  const alike = requests.filter((request) => request.isGraphql === next.isGraphql);
  const mostAlike = next.isGraphql ? limits.graphqlRequestsPerMinute : limits.restRequestsPerMinute;
  const waits = [
    waitForCount(alike, mostAlike, nowMs),
    waitForBusy(requests, limits.busyMsPerMinute, nowMs),
    next.isGraphql ? waitForBusy(alike, limits.graphqlBusyMsPerMinute, nowMs) : 0,
  ];
  return Math.max(...waits);
}

/** A request counts from its start until a minute later. */
function waitForCount(requests: readonly PacedRequest[], most: number, nowMs: number): number {
  const starts = requests.map((request) => request.startedAtMs).sort((a, b) => a - b);
  const first = starts[starts.length - most];
  return first === undefined ? 0 : Math.max(0, first + minuteMs - nowMs);
}

/** Time spent counts until a minute after it ended. */
function waitForBusy(requests: readonly PacedRequest[], mostMs: number, nowMs: number): number {
  const spent = requests
    .map(({ startedAtMs, endedAtMs = nowMs }) => ({ endedAtMs, busyMs: endedAtMs - startedAtMs }))
    .sort((a, b) => a.endedAtMs - b.endedAtMs);
  let total = spent.reduce((sum, { busyMs }) => sum + busyMs, 0);
  for (const { endedAtMs, busyMs } of spent) {
    if (total < mostMs) return 0;
    total -= busyMs;
    if (total < mostMs) return Math.max(0, endedAtMs + minuteMs - nowMs);
  }
  return 0;
}
