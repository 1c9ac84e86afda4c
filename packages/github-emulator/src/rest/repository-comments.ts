import { listIssueComments, listReviewComments } from '../reading/repository-comments.ts';
import { pageOf } from './page-links.ts';
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
      const placed = listReviewComments(repository, readSinceMs(request.query));
      const { items, headers } = pageOf(request, sortComments(request, placed));
      const scope = toPresentScope(request, repository);
      return {
        body: items.map((one) => toReviewComment(scope, one.pull, one)),
        items: items.length,
        headers,
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
      const placed = listIssueComments(repository, readSinceMs(request.query));
      const { items, headers } = pageOf(request, sortComments(request, placed));
      const scope = toPresentScope(request, repository);
      return {
        body: items.map(({ parent, comment }) => toIssueComment(scope, parent, comment)),
        items: items.length,
        headers,
      };
    },
  },
];

type Comment = { readonly id: number; readonly createdAt: string; readonly updatedAt: string };

/** `direction` is ignored without `sort`; ties are broken by id. */
function sortComments<Placed extends { readonly comment: Comment }>(
  { query }: RestRequest,
  placed: readonly Placed[],
): readonly Placed[] {
  const sort = readChoice(query, 'sort', ['created', 'updated', 'created_at'], 'created');
  const direction = readChoice(query, 'direction', ['asc', 'desc'], 'asc');
  const sign = query.has('sort') && direction === 'desc' ? -1 : 1;
  const key = ({ comment }: Placed) => (sort === 'updated' ? comment.updatedAt : comment.createdAt);
  return placed.toSorted((left, right) => {
    if (key(left) !== key(right)) return key(left) < key(right) ? -sign : sign;
    return (left.comment.id - right.comment.id) * sign;
  });
}
