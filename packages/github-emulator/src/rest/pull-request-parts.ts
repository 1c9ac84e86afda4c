import { notFound } from '../http/github-error.ts';
import type { PullRequestRecord, RepositorySource } from '../world/model.ts';
import { toTimeline } from '../world/to-timeline.ts';
import { pageOf } from './page-links.ts';
import { toCommit, toDiffEntry } from './present/commit.ts';
import { toReview, toReviewComment } from './present/conversation.ts';
import type { PresentScope } from './present/pull-request.ts';
import { toTimelineEntry } from './present/timeline.ts';
import { getPullRequest } from './pull-requests.ts';
import { type RestRequest, type Route, toPresentScope } from './route.ts';

/** GitHub's caps on two lists of a pull request. */
const commitCap = 250;
const fileCap = 3_000;

/** What hangs on one pull request, a list each. */
export const pullRequestPartRoutes: readonly Route[] = [
  partRoute('/pulls/{pull_number}/reviews', 'rest/pulls/reviews#list-reviews-for-a-pull-request', {
    needs: ['pull_requests'],
    list: ({ pull, scope }) => pull.reviews.map((review) => () => toReview(scope, pull, review)),
  }),
  partRoute('/pulls/{pull_number}/comments', 'rest/pulls/comments#list-review-comments-on-a-pull-request', {
    needs: ['pull_requests'],
    list: ({ pull, scope }) =>
      pull.threads.flatMap((thread) =>
        thread.comments.map((comment) => () => toReviewComment(scope, pull, { thread, comment })),
      ),
  }),
  partRoute('/pulls/{pull_number}/commits', 'rest/pulls/pulls#list-commits-on-a-pull-request', {
    needs: ['pull_requests'],
    list: ({ pull, scope }) =>
      pull.commits.slice(0, commitCap).map((commit) => () => toCommit(scope, commit)),
  }),
  partRoute('/pulls/{pull_number}/files', 'rest/pulls/pulls#list-pull-requests-files', {
    needs: ['pull_requests'],
    list({ pull, scope }) {
      if (pull.files === 'unavailable') throw notFound();
      return pull.files.slice(0, fileCap).map((file) => () => toDiffEntry(scope, pull, file));
    },
  }),
  partRoute('/issues/{issue_number}/timeline', 'rest/issues/timeline#list-timeline-events-for-an-issue', {
    needs: ['issues', 'pull_requests'],
    list: ({ pull, scope }) => toTimeline(pull).map((item) => () => toTimelineEntry(scope, pull, item)),
  }),
];

type Part = {
  readonly needs: readonly string[];
  /** Each entry is only made when it is on the asked page. */
  list(of: { readonly pull: PullRequestRecord; readonly scope: PresentScope }): readonly (() => unknown)[];
};

function partRoute(path: string, docs: string, { needs, list }: Part): Route {
  const parameter = /\{(\w+)\}/.exec(path)?.[1] ?? '';
  return {
    scope: 'repository',
    path,
    docs,
    scopes: 'repo',
    needs,
    handle(request: RestRequest, repository: RepositorySource) {
      const pull = getPullRequest(request, repository, parameter);
      const { items, headers } = pageOf(request, list({ pull, scope: toPresentScope(request, repository) }));
      return { body: items.map((make) => make()), items: items.length, headers };
    },
  };
}
