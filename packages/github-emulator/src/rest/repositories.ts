import { toFullRepository } from './present/repository.ts';
import type { Route } from './route.ts';
import { findPermissionOf } from './viewer-permission.ts';

/** One repository, by name or by id. */
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
];
