/** Time as the emulator sees it; a test injects its own. */
export type Clock = {
  /** Milliseconds since the epoch. */
  nowMs(): number;
  wait(waitMs: number): Promise<void>;
};

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  wait: (waitMs) => new Promise((resolve) => setTimeout(resolve, waitMs)),
};

/** A clock that can be put forward, and made to stand still; while it stands, waiting puts it forward at once. */
export type ScenarioClock = Clock & {
  advance(advanceMs: number): void;
  stand(isStanding: boolean): void;
  isStanding(): boolean;
  /** Sets how far the clock that the host shows is ahead of the right time; behind when negative. */
  skew(skewMs: number): void;
  skewSeconds(): number;
  /** What the host takes the time to be: its `Date`, its instants, what it judges a JWT by. */
  shownMs(): number;
};

export function createScenarioClock(base: Clock): ScenarioClock {
  let offsetMs = 0;
  let standingMs: number | undefined;
  let skewedMs = 0;
  const nowMs = (): number => standingMs ?? base.nowMs() + offsetMs;
  const advance = (advanceMs: number): void => {
    if (standingMs === undefined) offsetMs += advanceMs;
    else standingMs += advanceMs;
  };
  return {
    nowMs,
    advance,
    async wait(waitMs) {
      if (standingMs === undefined) await base.wait(waitMs);
      else advance(waitMs);
    },
    stand(isStanding) {
      if (standingMs !== undefined) offsetMs = standingMs - base.nowMs();
      standingMs = isStanding ? nowMs() : undefined;
    },
    isStanding: () => standingMs !== undefined,
    skew(skewMs) {
      skewedMs = skewMs;
    },
    skewSeconds: () => Math.round(skewedMs / 1_000),
    shownMs: () => nowMs() + skewedMs,
  };
}
