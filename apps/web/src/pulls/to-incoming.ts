import type { PullRequestRow } from '@throughline/contract';
import { toPullRequestKey } from './row-keys.ts';

interface News {
  readonly pullRequests: readonly PullRequestRow[];
  readonly next?: string | undefined;
}

/**
 * The list as it is now: the first page as it was asked again, then what was loaded behind it. What lies before the last
 * row that both have, and is not in the first page any more, has left the list.
 */
export const toIncoming = (
  loaded: readonly PullRequestRow[],
  { pullRequests, next }: News,
): readonly PullRequestRow[] => {
  if (next === undefined) return pullRequests;
  const now = new Set(pullRequests.map(toPullRequestKey));
  const last = loaded.findLastIndex((row) => now.has(toPullRequestKey(row)));
  return [...pullRequests, ...loaded.slice(last + 1)];
};
