import { failureSentences } from '../failure-sentences.data.ts';
import { GitHubFailure } from '../github-failure.ts';

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | undefined;
}

/**
 * Where the next page begins; undefined after the last one. A page that says that there are more and not where, or that
 * they begin where it began itself, is no answer: what lies behind it would be taken for read.
 */
export function findNextCursor(
  { hasNextPage, endCursor }: PageInfo,
  askedAfter: string | undefined,
): string | undefined {
  if (!hasNextPage) return undefined;
  if (endCursor === undefined || endCursor === askedAfter) {
    throw new GitHubFailure('unreadable', failureSentences.unreadable, {
      status: 200,
      githubMessage: `pageInfo: there are more, behind ${endCursor ?? 'nothing'}`,
    });
  }
  return endCursor;
}
