import type { GitHubFailureKind } from '../github-failure.ts';

/** Others met time-outs above 25 in repositories of 10,000 pull requests. */
export const firstPageSize = 25;
/** One point buys a page of 29: 146 requests, rounded down. */
const largestPageSize = 29;

/**
 * How many pull requests to ask for next: half after an answer that was too much for GitHub, one more after a page that
 * came, no change after anything else. Between 1 and 29.
 */
export function nextPageSize(current: number, outcome: 'read' | GitHubFailureKind): number {
  switch (outcome) {
    case 'timeout':
    case 'resource-limit':
      return Math.max(1, Math.floor(current / 2));
    case 'read':
      return Math.min(largestPageSize, current + 1);
    default:
      return current;
  }
}
