/**
 * 1 − Gini over all pairs of a reviewer and an author of the window, who are two: 1 where all pairs did as many, towards 0
 * where one did all. Undefined where there is no pair. G = Σᵢ (2i − n − 1) xᵢ ÷ (n Σ x) with xᵢ in order, which is the
 * published Σᵢ Σⱼ |xᵢ − xⱼ| ÷ (2 n² x̄) in one sweep; pairs that did nothing are counted and not listed.
 */
export function measureSharing(
  pairs: readonly { readonly reviewer: number; readonly author: number; readonly n: number }[],
): number | undefined {
  const reviewers = new Set(pairs.map(({ reviewer }) => reviewer));
  const authors = new Set(pairs.map(({ author }) => author));
  const both = [...reviewers].filter((one) => authors.has(one)).length;
  const count = reviewers.size * authors.size - both;
  if (count === 0 || pairs.length === 0) return undefined;
  const counts = pairs.map(({ n }) => n).toSorted((left, right) => left - right);
  const sum = counts.reduce((total, n) => total + n, 0);
  const zeros = count - counts.length;
  const weighted = counts.reduce((total, n, place) => total + (2 * (zeros + place + 1) - count - 1) * n, 0);
  return 1 - weighted / (count * sum);
}
