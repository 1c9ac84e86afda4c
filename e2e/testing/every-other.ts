import { randomInt } from 'node:crypto';

/**
 * What one run looks at of what takes long and differs little from what is looked at anyway: every other one, from the first
 * or the second on, by a seed that is printed. `THROUGHLINE_SEED` sets it again, and with `THROUGHLINE_WHOLE=1` all are
 * looked at, as `npm run long -- whole` does.
 */
export function everyOther<T>(list: readonly T[], what: string): readonly T[] {
  if (process.env['THROUGHLINE_WHOLE'] === '1') return list;
  const seed = Number(process.env['THROUGHLINE_SEED'] ?? randomInt(1_000_000));
  console.info(`Every other of ${list.length} ${what}: THROUGHLINE_SEED=${seed}`);
  return list.filter((_, at) => (at + seed) % 2 === 0);
}
