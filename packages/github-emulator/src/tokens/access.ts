import { type AppPlaces, findReach, type Reach } from '../apps/installation-reach.ts';
import type { AccountRecord, OrganisationRecord, RepositoryRecord, World } from '../world/model.ts';
import type { AccessDecision } from './access-decision.ts';
import type { OauthApprovals } from './oauth-approvals.ts';
import type { OrganisationPolicies } from './organisation-policies.ts';
import { judgeByOwner } from './owner-policies.ts';
import { findPermission } from './repository-permission.ts';
import { isScoped } from './token.ts';
import { hasScope, type TokenViewer, type Viewer } from './viewer.ts';

export type AccessRules = {
  /** What a token reaches of an owner by permissions; undefined: nothing private. */
  reachOf(viewer: Viewer, owner: AccountRecord): Reach | 'by scopes' | undefined;
  /** `needs`: fine-grained permissions of which one must be held for a private repository; none for its metadata. */
  ofRepository(viewer: Viewer, repository: RepositoryRecord, needs: readonly string[]): AccessDecision;
  /** `needs`: as above, for what an organisation shows its members only; none for its public profile. */
  ofOrganisation(viewer: Viewer, organisation: OrganisationRecord, needs: readonly string[]): AccessDecision;
};

const allowed: AccessDecision = { kind: 'allowed' };
const hidden: AccessDecision = { kind: 'hidden' };

/** Which apps organisations let in. */
type Admissions = AppPlaces & { readonly approvals: OauthApprovals };

/** What a viewer's account and token together may read. */
export function createAccessRules(
  world: World,
  policies: OrganisationPolicies,
  admissions: Admissions,
): AccessRules {
  const { approvals } = admissions;
  const places = { world, policies };

  function reachOf(viewer: Viewer, owner: AccountRecord): Reach | 'by scopes' | undefined {
    if (viewer.kind !== 'token') return undefined;
    const { token } = viewer;
    return isScoped(token) ? 'by scopes' : findReach(token, owner, admissions);
  }

  return {
    reachOf,
    ofRepository(viewer, repository, needs) {
      const organisation = world.findOrganisation(repository.owner.login);
      const isPublic = repository.visibility === 'PUBLIC';
      const reach = reachOf(viewer, repository.owner);
      if (!isPublic && !canReachPrivately(viewer, repository, { reach, organisation })) return hidden;
      if (isRestricted(viewer, repository.owner, approvals)) return isPublic ? allowed : hidden;
      const byOwner = judgeByOwner(viewer, repository.owner, places);
      if (byOwner.kind !== 'allowed' || isPublic) return byOwner;
      return holdsPermission(reach, needs) ? allowed : permissionMissing(viewer);
    },
    ofOrganisation(viewer, organisation, needs) {
      if (isRestricted(viewer, organisation.account, approvals)) {
        const { login } = organisation.account;
        return needs.length === 0 ? allowed : { kind: 'oauth-restricted', organisation: login };
      }
      const byOwner = judgeByOwner(viewer, organisation.account, places);
      if (byOwner.kind !== 'allowed' || needs.length === 0) return byOwner;
      const reach = reachOf(viewer, organisation.account);
      return holdsPermission(reach, needs) ? allowed : permissionMissing(viewer);
    },
  };
}

/** An app that the organisation has not approved is shown what is public, and not told that there is more. */
function isRestricted(viewer: Viewer, owner: AccountRecord, approvals: OauthApprovals): boolean {
  if (viewer.kind !== 'token' || viewer.token.kind !== 'oauth') return false;
  return approvals.stateOf(owner.login, viewer.token.clientId) !== 'granted';
}

function canReachPrivately(
  viewer: Viewer,
  repository: RepositoryRecord,
  about: {
    readonly reach: Reach | 'by scopes' | undefined;
    readonly organisation: OrganisationRecord | undefined;
  },
): boolean {
  const { reach, organisation } = about;
  if (viewer.kind !== 'token' || reach === undefined) return false;
  // An installation is nobody's: what it covers it may read.
  const isInstalled = viewer.token.kind === 'installation';
  // An outside collaborator can make no fine-grained token of the organisation.
  if (viewer.token.kind === 'fine-grained' && organisation !== undefined && !isMember(viewer, organisation))
    return false;
  if (!isInstalled && findPermission(viewer.account, repository, organisation) === undefined) return false;
  return reach === 'by scopes' ? hasScope(viewer, 'repo') : reach.isSelected(repository);
}

function isMember({ account }: TokenViewer, { members }: OrganisationRecord): boolean {
  return members.some((member) => member.account.id === account.id);
}

/** The refusal names what asked. */
function permissionMissing(viewer: Viewer): AccessDecision {
  const isApp = viewer.kind === 'token' && ['installation', 'app-user'].includes(viewer.token.kind);
  return { kind: isApp ? 'integration-refused' : 'permission-missing' };
}

/** Tokens with scopes have no such permissions: what their scopes reach was decided before. */
function holdsPermission(reach: Reach | 'by scopes' | undefined, needs: readonly string[]): boolean {
  if (reach === undefined) return false;
  if (reach === 'by scopes' || needs.length === 0) return true;
  return needs.some((need) => need === 'metadata' || reach.permissions[need] !== undefined);
}
