import { notFound } from '../http/github-error.ts';
import { refuseUnserved } from '../http/refuse-unserved.ts';
import { walkPullRequests } from '../reading/walk-pull-requests.ts';
import type { PullRequestListQuery, PullRequestRecord, RepositorySource } from '../world/model.ts';
import { linkHeader } from './page-links.ts';
import { toPullRequest, toSimplePullRequest } from './present/pull-request.ts';
import { readChoice } from './read-parameter.ts';
import { getParam, type RestRequest, type Route, toPresentScope } from './route.ts';

/** The list of pull requests and one of them. */
export const pullRequestRoutes: readonly Route[] = [
  {
    scope: 'repository',
    path: '/pulls',
    docs: 'rest/pulls/pulls#list-pull-requests',
    scopes: 'repo',
    needs: ['pull_requests'],
    handle(request, repository) {
      const scope = toPresentScope(request, repository);
      const { pulls, totalCount } = listPulls(request, repository);
      return {
        body: pulls.map((pull) => toSimplePullRequest(scope, pull)),
        items: pulls.length,
        headers: linkHeader(request, totalCount),
      };
    },
  },
  {
    scope: 'repository',
    path: '/pulls/{pull_number}',
    docs: 'rest/pulls/pulls#get-a-pull-request',
    scopes: 'repo',
    needs: ['pull_requests', 'contents'],
    handle(request, repository) {
      const pull = getPullRequest(request, repository, 'pull_number');
      return {
        body: toPullRequest(toPresentScope(request, repository), pull),
        items: 1,
        updatedAt: pull.updatedAt,
      };
    },
  },
];

/** The pull request a parameter names. Throws 404. */
export function getPullRequest(
  request: RestRequest,
  repository: RepositorySource,
  parameter: string,
): PullRequestRecord {
  const number = getParam(request, parameter);
  const pull = /^\d+$/.test(number) ? repository.pullRequest(Number(number)) : undefined;
  if (pull === undefined) throw notFound();
  return pull;
}

function listPulls(request: RestRequest, repository: RepositorySource) {
  const { query, paging } = request;
  const order = readOrder(request);
  const [head, base] = [query.get('head'), query.get('base')];
  if (head === null && base === null) {
    const page = repository.listPullRequests({ ...order, skip: paging.skip, first: paging.perPage });
    const pulls = page.entries.flatMap(({ number }) => repository.pullRequest(number) ?? []);
    return { pulls, totalCount: page.totalCount };
  }
  const fitting = [...walkPullRequests(repository, order)]
    .map(({ pull }) => pull)
    .filter((pull) => (base === null || pull.baseRefName === base) && isHead(pull, head, repository));
  return { pulls: fitting.slice(paging.skip, paging.skip + paging.perPage), totalCount: fitting.length };
}

/** `head` is `OWNER:BRANCH`; without an owner GitHub ignores it. */
function isHead(pull: PullRequestRecord, head: string | null, repository: RepositorySource): boolean {
  if (head === null || !head.includes(':')) return true;
  const owner = pull.isCrossRepository ? pull.headRepository?.owner : repository.record.owner;
  return `${owner?.login ?? ''}:${pull.headRefName}` === head;
}

function readOrder(request: RestRequest): Pick<PullRequestListQuery, 'orderBy' | 'direction' | 'states'> {
  const { query } = request;
  const state = readChoice(query, 'state', ['open', 'closed', 'all'], 'open');
  const sort = readChoice(query, 'sort', ['created', 'updated', 'popularity', 'long-running'], 'created');
  if (sort === 'popularity' || sort === 'long-running') {
    throw refuseUnserved(request.emulator, `GET /repos/{owner}/{repo}/pulls?sort=${sort}`, 422);
  }
  const fallback = sort === 'created' ? 'desc' : 'asc';
  const direction = readChoice(query, 'direction', ['asc', 'desc'], fallback) === 'asc' ? 'ASC' : 'DESC';
  const states = { open: ['OPEN'], closed: ['CLOSED', 'MERGED'], all: undefined } as const;
  return { orderBy: sort === 'created' ? 'CREATED_AT' : 'UPDATED_AT', direction, states: states[state] };
}
