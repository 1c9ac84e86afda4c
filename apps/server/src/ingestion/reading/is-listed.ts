import type { SyncState } from './sync-state.ts';

/**
 * Whether labels, assignees, review requests and what was said in threads come from the repository's lists over REST, a
 * bucket of its own: a request for a hundred, where GraphQL charges a point for a hundred of each. That is worth it while
 * a repository of more than a page is read for the first time.
 */
export const isListed = ({ phase, total, pageSize }: SyncState): boolean =>
  phase !== 'incremental' && (total ?? 0) > pageSize;
