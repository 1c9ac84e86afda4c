import type { Signs } from './signs.ts';

/** The accounts and people that any sign names. */
export function findPossible({
  holders,
  claims,
  likenesses,
  noreplies,
}: Pick<Signs, 'holders' | 'claims' | 'likenesses' | 'noreplies'>): {
  readonly accountIds: readonly number[];
  readonly personIds: readonly number[];
} {
  return {
    accountIds: toIds([...holders, ...likenesses, ...noreplies].map(({ accountId }) => accountId)),
    personIds: toIds([...claims, ...likenesses, ...noreplies].map(({ personId }) => personId)),
  };
}

const toIds = (ids: readonly number[]): readonly number[] => [...new Set(ids)];
