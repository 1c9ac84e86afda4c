import { GitHubError, notFound } from '../http/github-error.ts';
import { hasScope, isInstallation, type Viewer } from '../tokens/viewer.ts';
import type { RepositoryRecord } from '../world/model.ts';
import { toFullRepository } from './present/repository.ts';
import type { RestRequest, Route } from './route.ts';
import { findPermissionOf } from './viewer-permission.ts';

/** One repository, by name or by id, and its hooks, of which there are none yet. */
export const repositoryRoutes: readonly Route[] = [
  {
    scope: 'repository',
    path: '',
    docs: 'rest/repos/repos#get-a-repository',
    scopes: 'repo',
    needs: ['metadata'],
    handle(request, repository) {
      const permission = findPermissionOf(request, repository.record);
      return {
        body: toFullRepository(request.emulator.urls, repository, permission),
        items: 1,
        updatedAt: repository.record.updatedAt,
      };
    },
  },
  {
    scope: 'repository',
    path: '/hooks',
    docs: 'rest/repos/webhooks#list-repository-webhooks',
    scopes: 'admin:repo_hook, public_repo, read:repo_hook, repo, write:repo_hook',
    needs: ['repository_hooks'],
    handle(request, { record }) {
      assertMaySeeHooks(request, record);
      return { body: [], items: 0 };
    },
  },
];

/** Of a public repository too: who administers it, with a token that may. Throws 404 for others, as GitHub does. */
function assertMaySeeHooks(request: RestRequest, record: RepositoryRecord): void {
  const { emulator, viewer } = request;
  if (!isInstallation(viewer) && findPermissionOf(request, record) !== 'ADMIN') throw notFound();
  const reach = emulator.access.reachOf(viewer, record.owner);
  if (reach === 'by scopes') {
    const wide = record.visibility === 'PUBLIC' ? ['repo', 'public_repo'] : ['repo'];
    if (!hasScope(viewer, 'read:repo_hook', ...wide)) throw notFound();
  } else if (reach?.permissions['repository_hooks'] === undefined || !reach.isSelected(record)) {
    throw new GitHubError(403, `Resource not accessible by ${nameCredential(viewer)}`);
  }
}

function nameCredential(viewer: Viewer): string {
  const isPersonal = viewer.kind === 'token' && viewer.token.kind === 'fine-grained';
  return isPersonal ? 'personal access token' : 'integration';
}
