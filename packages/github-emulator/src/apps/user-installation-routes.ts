import { GitHubError, notFound } from '../http/github-error.ts';
import { pageOf } from '../rest/page-links.ts';
import { toPermissions, toRepository } from '../rest/present/repository.ts';
import { getParam, type RestRequest, type Route } from '../rest/route.ts';
import { findPermissionOf } from '../rest/viewer-permission.ts';
import type { RepositorySource } from '../world/model.ts';
import type { GithubApp } from './github-app.ts';
import { type Installation, isInstalledOn } from './installations.ts';
import { toInstallation } from './present-app.ts';

const docs = 'rest/apps/installations';
const common = { scope: 'none', needs: [], needsToken: true } as const;

/** What a GitHub App asks with a user's token: where it is installed that this user reaches, and what there. */
export const userInstallationRoutes: readonly Route[] = [
  {
    ...common,
    path: '/user/installations',
    docs: `${docs}#list-app-installations-accessible-to-the-user-access-token`,
    handle(request: RestRequest) {
      const { emulator } = request;
      const app = getApp(request);
      const reached = emulator.installations.ofApp(app.id).filter((one) => isReached(request, one));
      const { items, headers } = pageOf(request, reached);
      const installations = items.map((one) => toInstallation(emulator, app, one));
      return { body: { total_count: reached.length, installations }, items: items.length, headers };
    },
  },
  {
    ...common,
    path: '/user/installations/{installation_id}/repositories',
    docs: `${docs}#list-repositories-accessible-to-the-user-access-token`,
    handle(request: RestRequest) {
      const { emulator } = request;
      const found = emulator.installations.find(Number(getParam(request, 'installation_id')));
      if (found?.appId !== getApp(request).id || !isReached(request, found)) throw notFound();
      const covered = listReached(request, found);
      const { items, headers } = pageOf(request, covered);
      const repositories = items.map((source) => ({
        ...toRepository(emulator.urls, source),
        permissions: toPermissions(findPermissionOf(request, source.record)),
      }));
      const repository_selection = found.repositoryIds === 'all' ? 'all' : 'selected';
      const body = { total_count: covered.length, repository_selection, repositories };
      return { body, items: items.length, headers };
    },
  },
];

function getApp({ emulator, viewer }: RestRequest): GithubApp {
  const token = viewer.kind === 'token' ? viewer.token : undefined;
  const app = token?.kind === 'app-user' ? emulator.apps.findByClientId(token.clientId) : undefined;
  if (app !== undefined) return app;
  const message =
    'You must authenticate with an access token authorized to a GitHub App in order to list installations';
  throw new GitHubError(403, message);
}

/** The user's own account, an organisation of theirs, or one in which they reach a repository it covers. */
function isReached(request: RestRequest, installation: Installation): boolean {
  const { emulator, viewer } = request;
  if (viewer.kind !== 'token') return false;
  const { id } = viewer.account;
  const isMember = emulator.world
    .organisationsOf(id)
    .some((one) => one.account.id === installation.accountId);
  return installation.accountId === id || isMember || listReached(request, installation).length > 0;
}

function listReached(request: RestRequest, installation: Installation): readonly RepositorySource[] {
  return request.emulator.world
    .repositoriesOf(installation.accountId)
    .filter(({ record }) => isInstalledOn(installation, record))
    .filter(({ record }) => findPermissionOf(request, record) !== undefined);
}
