import type { GitHubFailureKind } from '../github-failure.ts';

/** Others met time-outs above 25 in repositories of 10,000 pull requests; those asked for less than we do, or for more. */
export const firstPageSize = 25;

/** One point buys a page of 29, or of 74 without labels, assignees and review requests: 149 requests at most. */
export const toLargestPage = ({ withSets }: { readonly withSets: boolean }): number => (withSets ? 29 : 74);

/**
 * How many pull requests to ask for next: half after an answer that was too much for GitHub, a quarter more after a page
 * that came, no change after anything else. Between 1 and `largest`.
 */
export function nextPageSize(current: number, outcome: 'read' | GitHubFailureKind, largest: number): number {
  switch (outcome) {
    case 'timeout':
    case 'resource-limit':
      return Math.max(1, Math.floor(current / 2));
    case 'read':
      return Math.max(current, Math.min(largest, Math.ceil(current * 1.25)));
    default:
      return current;
  }
}
