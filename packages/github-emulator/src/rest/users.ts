import { assertAllowed } from '../http/access-error.ts';
import { GitHubError, notFound } from '../http/github-error.ts';
import type { AccountRecord } from '../world/model.ts';
import { pageOf } from './page-links.ts';
import { toPublicUser } from './present/account.ts';
import { toRepository } from './present/repository.ts';
import { readChoice } from './read-parameter.ts';
import { isRepositoryListed, repositorySorts, sortRepositories } from './repository-lists.ts';
import { getParam, type RestAnswer, type RestRequest, type Route } from './route.ts';

/** Accounts by login and by id. */
export const userRoutes: readonly Route[] = [
  {
    scope: 'none',
    path: '/user',
    docs: 'rest/users/users#get-the-authenticated-user',
    needs: [],
    needsToken: true,
    handle(request) {
      const { viewer } = request;
      if (viewer.kind !== 'token') throw new GitHubError(401, 'Requires authentication');
      return toAnswer(request, viewer.account);
    },
  },
  {
    scope: 'none',
    path: '/users/{username}',
    docs: 'rest/users/users#get-a-user',
    needs: [],
    handle: (request) => toAnswer(request, findAccountAsRest(request, getParam(request, 'username'))),
  },
  {
    scope: 'none',
    path: '/user/{account_id}',
    docs: 'rest/users/users#get-a-user-using-their-id',
    needs: [],
    handle: (request) =>
      toAnswer(request, request.emulator.world.findAccount(Number(getParam(request, 'account_id')))),
  },
  {
    scope: 'none',
    path: '/users/{username}/repos',
    docs: 'rest/repos/repos#list-repositories-for-a-user',
    needs: ['metadata'],
    handle(request) {
      const account = findAccountAsRest(request, getParam(request, 'username'));
      if (account === undefined) throw notFound();
      const { access, urls, world } = request.emulator;
      const organisation = world.findOrganisation(account.login);
      if (organisation !== undefined)
        assertAllowed(access.ofOrganisation(request.viewer, organisation, []), urls);
      const sort = readChoice(request.query, 'sort', repositorySorts, 'full_name');
      readChoice(request.query, 'type', ['all', 'owner'], 'owner');
      const listed = world
        .repositoriesOf(account.id)
        .filter((source) => source.record.visibility === 'PUBLIC' && isRepositoryListed(request, source));
      const { items, headers } = pageOf(request, sortRepositories(listed, sort, request.query));
      return { body: items.map((source) => toRepository(urls, source)), items: items.length, headers };
    },
  },
];

/** As REST finds accounts: a bot only with its `[bot]`, an imported placeholder not at all. */
function findAccountAsRest(request: RestRequest, login: string): AccountRecord | undefined {
  const account = request.emulator.world.findAccountByLogin(login);
  return account?.kind === 'Bot' && !login.endsWith('[bot]') ? undefined : account;
}

function toAnswer({ emulator }: RestRequest, account: AccountRecord | undefined): RestAnswer {
  if (account === undefined || account.kind === 'Mannequin') throw notFound();
  const { urls, world } = emulator;
  const isPublic = ({ record }: { record: { visibility: string } }) => record.visibility === 'PUBLIC';
  const body = toPublicUser(urls, account, world.repositoriesOf(account.id).filter(isPublic).length);
  return { body, items: 1, updatedAt: account.updatedAt };
}
