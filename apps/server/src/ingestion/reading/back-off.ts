import { createHash } from 'node:crypto';
import { minuteMs } from './sync-state.ts';

const firstMs = 2_000;
const longestMs = 5 * minuteMs;

/**
 * How long to wait after `count` failures in a row: 2 s, doubled each time up to 5 min, a quarter more or less. The
 * scatter is a function of `key`, so that many repositories do not ask again at once and a test knows when.
 */
export function toBackOffMs(count: number, key: string): number {
  const [byte = 0] = createHash('sha256').update(`${key} ${count}`).digest();
  const scatter = 0.75 + (byte / 255) * 0.5;
  return Math.round(Math.min(firstMs * 2 ** Math.max(0, count - 1), longestMs) * scatter);
}
