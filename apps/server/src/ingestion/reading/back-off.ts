import { createHash } from 'node:crypto';
import { minuteMs } from './sync-state.ts';

const firstMs = 2_000;
const longestMs = 5 * minuteMs;

/** Tries in a row after which a page has rather lasting trouble than passing. */
const patientTries = 8;
const longestOfPageMs = 2 * 60 * minuteMs;

/** The same for a page that GitHub answers with an error: from the ninth failure on ever more rarely, up to 2 h. */
export function toPageBackOffMs(count: number, key: string): number {
  const patient = toBackOffMs(Math.min(count, patientTries + 1), key);
  const times = Math.min(2 ** Math.max(0, count - patientTries), longestOfPageMs / longestMs);
  return Math.round(patient * times);
}

/**
 * How long to wait after `count` failures in a row: 2 s, doubled each time up to 5 min, a quarter more or less. The
 * scatter is a function of `key`, so that many repositories do not ask again at once and a test knows when.
 */
export function toBackOffMs(count: number, key: string): number {
  const [byte = 0] = createHash('sha256').update(`${key} ${count}`).digest();
  const scatter = 0.75 + (byte / 255) * 0.5;
  return Math.round(Math.min(firstMs * 2 ** Math.max(0, count - 1), longestMs) * scatter);
}
