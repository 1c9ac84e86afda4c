import type { AccountRecord, OrganisationRecord, RepositoryRecord, World } from '../world/model.ts';
import type { OauthApprovals } from './oauth-approvals.ts';
import type { OrganisationPolicies } from './organisation-policies.ts';
import { findPermission } from './repository-permission.ts';
import { type FineGrainedToken, isScoped, type ScopedToken } from './token.ts';
import { hasScope, type TokenViewer, type Viewer } from './viewer.ts';

/** Whether something may be read. `hidden` looks like nothing there; the others say why not. */
export type Access =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'permission-missing' }
  | { readonly kind: 'sso-required'; readonly organisation: string }
  | { readonly kind: 'oauth-restricted'; readonly organisation: string }
  | { readonly kind: 'classic-blocked'; readonly organisation: string }
  | { readonly kind: 'fine-grained-blocked'; readonly organisation: string };

type Scoped = { readonly token: ScopedToken };

export type AccessRules = {
  /** `needs`: fine-grained permissions of which one must be held for a private repository; none for its metadata. */
  ofRepository(viewer: Viewer, repository: RepositoryRecord, needs: readonly string[]): Access;
  /** `needs`: as above, for what an organisation shows its members only; none for its public profile. */
  ofOrganisation(viewer: Viewer, organisation: OrganisationRecord, needs: readonly string[]): Access;
};

const allowed: Access = { kind: 'allowed' };
const hidden: Access = { kind: 'hidden' };

/** What a viewer's account and token together may read. `approvals`: which OAuth apps an organisation lets in. */
export function createAccessRules(
  world: World,
  policies: OrganisationPolicies,
  approvals: OauthApprovals,
): AccessRules {
  function ofScopedToken({ token, account }: TokenViewer & Scoped, owner: AccountRecord): Access {
    const organisation = owner.login;
    const policy = policies.policyOf(organisation);
    if (token.kind === 'classic' && !policy.allowsClassicTokens)
      return { kind: 'classic-blocked', organisation };
    const isMember = world.organisationsOf(account.id).some((one) => one.account.id === owner.id);
    const isAuthorised = token.ssoOrganisations.some((login) => isSameLogin(login, organisation));
    if (policy.hasSingleSignOn && isMember && !isAuthorised) return { kind: 'sso-required', organisation };
    return allowed;
  }

  function ofFineGrainedToken(token: FineGrainedToken, owner: AccountRecord): Access {
    const isForbidden = !policies.policyOf(owner.login).allowsFineGrainedTokens;
    const isOwn = isSameLogin(token.resourceOwner, owner.login);
    return isForbidden && isOwn ? { kind: 'fine-grained-blocked', organisation: owner.login } : allowed;
  }

  function ofOwner(viewer: Viewer, owner: AccountRecord): Access {
    if (viewer.kind !== 'token') return allowed;
    const { token } = viewer;
    return isScoped(token) ? ofScopedToken({ ...viewer, token }, owner) : ofFineGrainedToken(token, owner);
  }

  return {
    ofRepository(viewer, repository, needs) {
      const organisation = world.findOrganisation(repository.owner.login);
      const isPublic = repository.visibility === 'PUBLIC';
      if (!isPublic && !canReachPrivately(viewer, repository, organisation)) return hidden;
      if (isRestricted(viewer, repository.owner, approvals)) return isPublic ? allowed : hidden;
      const byOwner = ofOwner(viewer, repository.owner);
      if (byOwner.kind !== 'allowed' || isPublic) return byOwner;
      return holdsPermission(viewer, needs) ? allowed : { kind: 'permission-missing' };
    },
    ofOrganisation(viewer, organisation, needs) {
      if (isRestricted(viewer, organisation.account, approvals)) {
        const { login } = organisation.account;
        return needs.length === 0 ? allowed : { kind: 'oauth-restricted', organisation: login };
      }
      const byOwner = ofOwner(viewer, organisation.account);
      if (byOwner.kind !== 'allowed' || needs.length === 0) return byOwner;
      const isReachable =
        viewer.kind === 'token' &&
        (isScoped(viewer.token) || isOwnedBy(viewer.token, organisation.account)) &&
        holdsPermission(viewer, needs);
      return isReachable ? allowed : { kind: 'permission-missing' };
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
  organisation: OrganisationRecord | undefined,
): boolean {
  if (viewer.kind !== 'token') return false;
  const { token, account } = viewer;
  if (findPermission(account, repository, organisation) === undefined) return false;
  if (isScoped(token)) return hasScope(viewer, 'repo');
  return isOwnedBy(token, repository.owner) && isSelected(token, repository);
}

function isOwnedBy(token: FineGrainedToken, owner: AccountRecord): boolean {
  return token.approval === 'approved' && isSameLogin(token.resourceOwner, owner.login);
}

/** A repository stays selected under whatever name it has by now. */
function isSelected(token: FineGrainedToken, { name, formerNames }: RepositoryRecord): boolean {
  if (typeof token.repositories === 'string') return token.repositories === 'all';
  const names = [name, ...formerNames.map((former) => former.split('/').at(-1) ?? '')];
  return token.repositories.some((one) => names.some((known) => one.toLowerCase() === known.toLowerCase()));
}

/** Tokens with scopes have no such permissions: what their scopes reach was decided before. */
function holdsPermission(viewer: Viewer, needs: readonly string[]): boolean {
  if (viewer.kind !== 'token') return false;
  const { token } = viewer;
  if (isScoped(token) || needs.length === 0) return true;
  return needs.some((need) => need === 'metadata' || token.permissions[need] !== undefined);
}

function isSameLogin(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
