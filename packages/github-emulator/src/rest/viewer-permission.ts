import { findPermission } from '../tokens/repository-permission.ts';
import type { OrganisationRecord, Permission, RepositoryRecord } from '../world/model.ts';
import type { RestRequest } from './route.ts';

/** What the viewer's account may do in a repository, whatever its token allows. */
export function findPermissionOf(
  { emulator, viewer }: Pick<RestRequest, 'emulator' | 'viewer'>,
  repository: RepositoryRecord,
): Permission | undefined {
  if (viewer.kind !== 'token') return undefined;
  return findPermission(viewer.account, repository, emulator.world.findOrganisation(repository.owner.login));
}

/** Whether the viewer's account owns the organisation; an installation owns nothing. */
export function isOwnedByViewer(
  { viewer }: Pick<RestRequest, 'viewer'>,
  { members }: OrganisationRecord,
): boolean {
  if (viewer.kind !== 'token') return false;
  return members.some(({ account, role }) => account.id === viewer.account.id && role === 'ADMIN');
}
