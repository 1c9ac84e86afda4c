import type { Clock } from '../model/clock.ts';

/** A clock that stands still until told, or waited on. */
export type TestClock = Clock & { advance(seconds: number): void };

export function createTestClock(at = '2026-03-20T12:00:00Z'): TestClock {
  let nowMs = Date.parse(at);
  return {
    nowMs: () => nowMs,
    wait(waitMs) {
      nowMs += waitMs;
      return Promise.resolve();
    },
    advance(seconds) {
      nowMs += seconds * 1000;
    },
  };
}
