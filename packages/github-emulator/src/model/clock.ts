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
