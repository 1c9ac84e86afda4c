import type { GitHubFailureKind } from '../github-failure.ts';

/** Two points buy a page of 27; Hephaestus and others met time-outs above 25 in repositories of 10,000. */
export const firstPageSize = 25;
const largestPageSize = 27;

/**
 * How many pull requests to ask for next: half after an answer that was too much for GitHub, one more after a page that
 * came, no change after anything else. Between 1 and 27.
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
