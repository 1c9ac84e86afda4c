/** How many rows had been written when. */
export interface RowsSample {
  readonly atMs: number;
  readonly rows: number;
}

/** Left out at either end: connecting and listing repositories, and the last one being read alone. */
const edge = 0.1;

/** Rows a second between the tenth and the ninetieth part of all rows. Throws when the samples do not reach so far. */
export function toSteadyRate(samples: readonly RowsSample[]): number {
  const all = samples.at(-1)?.rows ?? 0;
  const from = samples.find(({ rows }) => rows >= all * edge);
  const to = samples.find(({ rows }) => rows >= all * (1 - edge));
  if (from === undefined || to === undefined || from.atMs === to.atMs)
    throw new Error(`Too quick to be measured: ${all} rows in ${samples.length} samples.`);
  return ((to.rows - from.rows) / (to.atMs - from.atMs)) * 1000;
}
