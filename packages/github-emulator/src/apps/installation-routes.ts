import { GitHubError } from '../http/github-error.ts';
import { pageOf } from '../rest/page-links.ts';
import { toPermissions, toRepository } from '../rest/present/repository.ts';
import type { RestRequest, Route } from '../rest/route.ts';
import type { InstallationToken } from '../tokens/token.ts';

const docs = 'rest/apps/installations';
const common = { scope: 'none', credential: 'installation' } as const;

/** What an installation asks with its token: what it covers, and to end the token. */
export const installationRoutes: readonly Route[] = [
  {
    ...common,
    path: '/installation/repositories',
    docs: `${docs}#list-repositories-accessible-to-the-app-installation`,
    needs: ['metadata'],
    handle(request: RestRequest) {
      const { emulator, viewer } = request;
      const token = getToken(request);
      const installation = emulator.installations.find(token.installationId);
      const covered = emulator.world.repositoriesOf(installation?.accountId ?? 0).filter(({ record }) => {
        const reach = emulator.access.reachOf(viewer, record.owner);
        return reach !== undefined && reach !== 'by scopes' && reach.isSelected(record);
      });
      const { items, headers } = pageOf(request, covered);
      const isAll = installation?.repositoryIds === 'all' && token.repositoryIds === 'all';
      const body = {
        total_count: covered.length,
        repository_selection: isAll ? 'all' : 'selected',
        repositories: items.map((source) => ({
          ...toRepository(emulator.urls, source),
          permissions: toPermissions(undefined),
        })),
      };
      return { body, items: items.length, headers };
    },
  },
  {
    ...common,
    method: 'DELETE',
    path: '/installation/token',
    docs: `${docs}#revoke-an-installation-access-token`,
    needs: [],
    handle(request: RestRequest) {
      const { value } = getToken(request);
      request.emulator.tokens.change({ value, isRevoked: true });
      return { status: 204, body: undefined, items: 0 };
    },
  },
];

function getToken({ viewer }: RestRequest): InstallationToken {
  if (viewer.kind === 'token' && viewer.token.kind === 'installation') return viewer.token;
  throw new GitHubError(401, 'Requires authentication');
}
