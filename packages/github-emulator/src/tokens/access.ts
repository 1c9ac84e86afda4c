import { type AppPlaces, findReach, type Reach } from '../apps/installation-reach.ts';
import type { AccountRecord, OrganisationRecord, RepositoryRecord, World } from '../world/model.ts';
import type { OauthApprovals } from './oauth-approvals.ts';
import type { OrganisationPolicies } from './organisation-policies.ts';
import { findPermission } from './repository-permission.ts';
import { toCredentialId } from './sso-request.ts';
import { type FineGrainedToken, isScoped, type ScopedToken } from './token.ts';
import { hasScope, type TokenViewer, type Viewer } from './viewer.ts';

/** Whether something may be read. `hidden` looks like nothing there; the others say why not. */
export type Access =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'permission-missing' }
  | { readonly kind: 'integration-refused' }
  /** `credentialId` stands for the token in the address that authorises it. */
  | { readonly kind: 'sso-required'; readonly organisation: string; readonly credentialId: string }
  | { readonly kind: 'oauth-restricted'; readonly organisation: string }
  | { readonly kind: 'classic-blocked'; readonly organisation: string }
  | { readonly kind: 'fine-grained-blocked'; readonly organisation: string };

type Scoped = { readonly token: ScopedToken };

export type AccessRules = {
  /** What a token reaches of an owner by permissions; undefined: nothing private. */
  reachOf(viewer: Viewer, owner: AccountRecord): Reach | 'by scopes' | undefined;
  /** `needs`: fine-grained permissions of which one must be held for a private repository; none for its metadata. */
  ofRepository(viewer: Viewer, repository: RepositoryRecord, needs: readonly string[]): Access;
  /** `needs`: as above, for what an organisation shows its members only; none for its public profile. */
  ofOrganisation(viewer: Viewer, organisation: OrganisationRecord, needs: readonly string[]): Access;
};

const allowed: Access = { kind: 'allowed' };
const hidden: Access = { kind: 'hidden' };

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
      const byOwner = ofOwner(viewer, repository.owner, places);
      if (byOwner.kind !== 'allowed' || isPublic) return byOwner;
      return holdsPermission(reach, needs) ? allowed : permissionMissing(viewer);
    },
    ofOrganisation(viewer, organisation, needs) {
      if (isRestricted(viewer, organisation.account, approvals)) {
        const { login } = organisation.account;
        return needs.length === 0 ? allowed : { kind: 'oauth-restricted', organisation: login };
      }
      const byOwner = ofOwner(viewer, organisation.account, places);
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

type Places = { readonly world: World; readonly policies: OrganisationPolicies };

/** What the owner's policies say to the credential. */
function ofOwner(viewer: Viewer, owner: AccountRecord, places: Places): Access {
  if (viewer.kind !== 'token') return allowed;
  const { token } = viewer;
  if (isScoped(token)) return ofScopedToken({ ...viewer, token }, owner, places);
  return token.kind === 'fine-grained' ? ofFineGrainedToken(token, owner, places) : allowed;
}

function ofScopedToken(
  { token, account }: TokenViewer & Scoped,
  owner: AccountRecord,
  places: Places,
): Access {
  const { world, policies } = places;
  const organisation = owner.login;
  const policy = policies.policyOf(organisation);
  if (token.kind === 'classic' && !policy.allowsClassicTokens)
    return { kind: 'classic-blocked', organisation };
  const isMember = world.organisationsOf(account.id).some((one) => one.account.id === owner.id);
  const isAuthorised = token.ssoOrganisations.some((login) => isSameLogin(login, organisation));
  if (policy.hasSingleSignOn && isMember && !isAuthorised) {
    return { kind: 'sso-required', organisation, credentialId: toCredentialId(token.value) };
  }
  return allowed;
}

function ofFineGrainedToken(token: FineGrainedToken, owner: AccountRecord, { policies }: Places): Access {
  const isForbidden = !policies.policyOf(owner.login).allowsFineGrainedTokens;
  const isOwn = isSameLogin(token.resourceOwner, owner.login);
  return isForbidden && isOwn ? { kind: 'fine-grained-blocked', organisation: owner.login } : allowed;
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
  if (!isInstalled && findPermission(viewer.account, repository, organisation) === undefined) return false;
  return reach === 'by scopes' ? hasScope(viewer, 'repo') : reach.isSelected(repository);
}

/** The refusal names what asked. */
function permissionMissing(viewer: Viewer): Access {
  const isApp = viewer.kind === 'token' && ['installation', 'app-user'].includes(viewer.token.kind);
  return { kind: isApp ? 'integration-refused' : 'permission-missing' };
}

/** Tokens with scopes have no such permissions: what their scopes reach was decided before. */
function holdsPermission(reach: Reach | 'by scopes' | undefined, needs: readonly string[]): boolean {
  if (reach === undefined) return false;
  if (reach === 'by scopes' || needs.length === 0) return true;
  return needs.some((need) => need === 'metadata' || reach.permissions[need] !== undefined);
}

function isSameLogin(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
