/** Whole shares in per cent that add to 100, by largest remainder; all 0 where there is nothing to share. */
export function toShares(values: readonly number[]): readonly number[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  if (total === 0) return values.map(() => 0);
  const shares = values.map((value) => Math.floor((100 * value) / total));
  const missing = 100 - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = values
    .map((value, index) => ({ index, remainder: (100 * value) % total }))
    .toSorted((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index } of byRemainder.slice(0, missing)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
