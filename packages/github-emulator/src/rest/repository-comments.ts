import type { CommentListQuery } from '../reading/comment-index.ts';
import { linkHeader } from './page-links.ts';
import { toIssueComment, toReviewComment } from './present/conversation.ts';
import { readChoice, readSinceMs } from './read-parameter.ts';
import { type RestRequest, type Route, toPresentScope } from './route.ts';

/** Comments of a whole repository, which `since` makes incremental. */
export const repositoryCommentRoutes: readonly Route[] = [
  {
    scope: 'repository',
    path: '/pulls/comments',
    docs: 'rest/pulls/comments#list-review-comments-in-a-repository',
    scopes: 'repo',
    needs: ['pull_requests'],
    handle(request, repository) {
      const { comments } = request.emulator;
      const { items, total } = comments.listReviewComments(repository, toListQuery(request));
      const scope = toPresentScope(request, repository);
      return {
        body: items.map((one) => toReviewComment(scope, one.pull, one)),
        items: items.length,
        headers: linkHeader(request, total),
      };
    },
  },
  {
    scope: 'repository',
    path: '/issues/comments',
    docs: 'rest/issues/comments#list-issue-comments-for-a-repository',
    scopes: 'repo',
    needs: ['issues', 'pull_requests'],
    handle(request, repository) {
      const { comments } = request.emulator;
      const { items, total } = comments.listIssueComments(repository, toListQuery(request));
      const scope = toPresentScope(request, repository);
      return {
        body: items.map(({ parent, comment }) => toIssueComment(scope, parent, comment)),
        items: items.length,
        headers: linkHeader(request, total),
      };
    },
  },
];

/** `direction` is ignored without `sort`; ties are broken by id. */
function toListQuery({ query, paging }: RestRequest): CommentListQuery {
  const sort = readChoice(query, 'sort', ['created', 'updated', 'created_at'], 'created');
  const direction = readChoice(query, 'direction', ['asc', 'desc'], 'asc');
  return {
    sort: sort === 'updated' ? 'updated' : 'created',
    direction: query.has('sort') ? direction : 'asc',
    sinceMs: readSinceMs(query),
    skip: paging.skip,
    first: paging.perPage,
  };
}
