import { findPermission } from '../tokens/repository-permission.ts';
import type { Permission, RepositoryRecord } from '../world/model.ts';
import type { RestRequest } from './route.ts';

/** What the viewer's account may do in a repository, whatever its token allows. */
export function findPermissionOf(
  { emulator, viewer }: Pick<RestRequest, 'emulator' | 'viewer'>,
  repository: RepositoryRecord,
): Permission | undefined {
  if (viewer.kind !== 'token') return undefined;
  return findPermission(viewer.account, repository, emulator.world.findOrganisation(repository.owner.login));
}
