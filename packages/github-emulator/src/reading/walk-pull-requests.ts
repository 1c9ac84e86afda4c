import type { PullRequestListQuery, PullRequestRecord, RepositorySource } from '../world/model.ts';

export type PlacedPullRequest = { readonly pull: PullRequestRecord; readonly position: number };

/** Every pull request in the asked order, made one page at a time as the caller gets there. */
export function* walkPullRequests(
  source: RepositorySource,
  query: Pick<PullRequestListQuery, 'orderBy' | 'direction' | 'states'>,
): Generator<PlacedPullRequest> {
  let after: number | undefined;
  for (;;) {
    const page = source.listPullRequests({ ...query, after, first: 100 });
    for (const { number, position } of page.entries) {
      after = position;
      const pull = source.pullRequest(number);
      if (pull !== undefined) yield { pull, position };
    }
    if (!page.hasNextPage) return;
  }
}
