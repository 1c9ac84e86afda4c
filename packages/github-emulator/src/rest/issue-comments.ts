import { notFound } from '../http/github-error.ts';
import type { RepositorySource } from '../world/model.ts';
import { pageOf } from './page-links.ts';
import { toIssueComment } from './present/conversation.ts';
import { readSinceMs } from './read-parameter.ts';
import { getParam, type RestRequest, type Route, toPresentScope } from './route.ts';

/** The conversation of one issue, or of one pull request, which is an issue here. */
export const issueCommentRoutes: readonly Route[] = [
  {
    scope: 'repository',
    path: '/issues/{issue_number}/comments',
    docs: 'rest/issues/comments#list-issue-comments',
    scopes: 'repo',
    needs: ['issues', 'pull_requests'],
    handle(request, repository) {
      const { parent, comments } = getConversation(request, repository);
      const sinceMs = readSinceMs(request.query) ?? 0;
      const recent = comments.filter(({ updatedAt }) => Date.parse(updatedAt) >= sinceMs);
      const { items, headers } = pageOf(request, recent);
      const scope = toPresentScope(request, repository);
      return {
        body: items.map((comment) => toIssueComment(scope, parent, comment)),
        items: items.length,
        headers,
      };
    },
  },
];

function getConversation(request: RestRequest, repository: RepositorySource) {
  const number = Number(getParam(request, 'issue_number'));
  const pull = repository.pullRequest(number);
  if (pull !== undefined) return { parent: { number, kind: 'pull' as const }, comments: pull.comments };
  const issue = repository.issue(number);
  if (issue === undefined) throw notFound();
  return { parent: { number, kind: 'issue' as const }, comments: issue.comments };
}
