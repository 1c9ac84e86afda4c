import { readFileSync } from 'node:fs';

/** The one source of "now" in TypeScript; tests pass their own. SQL reads `app_now()`. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/**
 * The system's clock, moved by as many milliseconds as `file` says each time it is read. For tests that let an hour pass
 * in processes of their own; whoever writes the file moves `app_now()` by as much. Throws when it holds no number.
 */
export const createMovedClock = (file: string): Clock => ({
  now: () => new Date(Date.now() + parseMilliseconds(readFileSync(file, 'utf8'), file)),
});

const parseMilliseconds = (text: string, file: string): number => {
  if (/^-?\d{1,15}$/.test(text)) return Number(text);
  throw new Error(`${file} holds "${text}", not the milliseconds by which the clock is moved.`);
};
