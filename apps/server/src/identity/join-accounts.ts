import type { OpenAccount } from './signs.ts';

interface Pair {
  readonly accountId: number;
  readonly otherAccountId: number;
}

/** Accounts in groups of those that pairs make one, directly or through others; each account stands in one group. */
export function joinAccounts(
  accounts: readonly OpenAccount[],
  pairs: readonly Pair[],
): readonly (readonly OpenAccount[])[] {
  const roots = new Map<number, number>();
  const findRoot = (accountId: number): number => {
    const parent = roots.get(accountId);
    if (parent === undefined || parent === accountId) return accountId;
    const root = findRoot(parent);
    roots.set(accountId, root);
    return root;
  };
  for (const { accountId, otherAccountId } of pairs) {
    const [one, other] = [findRoot(accountId), findRoot(otherAccountId)];
    roots.set(Math.max(one, other), Math.min(one, other));
  }
  return [...Map.groupBy(accounts, ({ accountId }) => findRoot(accountId)).values()].map((group) =>
    group.toSorted((one, other) => one.accountId - other.accountId),
  );
}
