/** The one source of "now" in TypeScript; tests pass their own. SQL reads `app_now()`. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
