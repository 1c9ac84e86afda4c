import type { AccountRecord, OrganisationRecord, Permission, RepositoryRecord } from '../world/model.ts';

const ranks: Readonly<Record<Permission, number>> = { READ: 1, TRIAGE: 2, WRITE: 3, MAINTAIN: 4, ADMIN: 5 };

/** What an account may do in a repository by itself, its teams and its organisation; undefined: nothing private. */
export function findPermission(
  account: AccountRecord,
  repository: RepositoryRecord,
  organisation: OrganisationRecord | undefined,
): Permission | undefined {
  if (repository.owner.id === account.id) return 'ADMIN';
  const granted = [
    ...repository.directCollaborators
      .filter((collaborator) => collaborator.account.id === account.id)
      .map((collaborator) => collaborator.permission),
    ...(organisation === undefined ? [] : permissionsByOrganisation(account, repository, organisation)),
  ];
  return granted.reduce<Permission | undefined>(
    (best, permission) => (best === undefined || ranks[permission] > ranks[best] ? permission : best),
    undefined,
  );
}

function permissionsByOrganisation(
  account: AccountRecord,
  repository: RepositoryRecord,
  organisation: OrganisationRecord,
): readonly Permission[] {
  const role = organisation.members.find((member) => member.account.id === account.id)?.role;
  if (role === undefined) return [];
  if (role === 'ADMIN') return ['ADMIN'];
  const byTeams = organisation.teams
    .filter((team) => team.members.some((member) => member.account.id === account.id))
    .flatMap((team) => team.repositories.filter((grant) => grant.repositoryId === repository.id))
    .map((grant) => grant.permission);
  const byBase = organisation.basePermission === 'NONE' ? [] : [organisation.basePermission];
  return [...byTeams, ...byBase, ...(repository.visibility === 'INTERNAL' ? (['READ'] as const) : [])];
}
