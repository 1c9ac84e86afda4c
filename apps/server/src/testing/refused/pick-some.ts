/** So many of a list, spread over it by a seed; all of them where there are no more. */
export function pickSome<T>(list: readonly T[], count: number, seed: number): readonly T[] {
  return list
    .map((value, at) => ({ value, at, rank: toRank(seed, at) }))
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, count)
    .toSorted((one, other) => one.at - other.at)
    .map(({ value }) => value);
}

/** A number that depends on seed and place alone (Weyl's sequence, mixed). */
function toRank(seed: number, at: number): number {
  const mixed = Math.imul(seed + Math.imul(at + 1, 0x9e3779b1), 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 0;
}
