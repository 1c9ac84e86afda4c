import type { AccountRecord, OrganisationRecord, RepositoryRecord, World } from '../world/model.ts';
import type { OrganisationPolicies } from './organisation-policies.ts';
import { findPermission } from './repository-permission.ts';
import type { ClassicToken, FineGrainedToken } from './token.ts';
import { hasScope, type Viewer } from './viewer.ts';

/** Whether something may be read. `hidden` looks like nothing there; the others say why not. */
export type Access =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'permission-missing' }
  | { readonly kind: 'sso-required'; readonly organisation: string }
  | { readonly kind: 'classic-blocked'; readonly organisation: string }
  | { readonly kind: 'fine-grained-blocked'; readonly organisation: string };

export type AccessRules = {
  /** `needs`: fine-grained permissions of which one must be held for a private repository; none for its metadata. */
  ofRepository(viewer: Viewer, repository: RepositoryRecord, needs: readonly string[]): Access;
  /** `needs`: as above, for what an organisation shows its members only; none for its public profile. */
  ofOrganisation(viewer: Viewer, organisation: OrganisationRecord, needs: readonly string[]): Access;
};

const allowed: Access = { kind: 'allowed' };
const hidden: Access = { kind: 'hidden' };

/** What a viewer's account and token together may read. */
export function createAccessRules(world: World, policies: OrganisationPolicies): AccessRules {
  function ofClassicToken(token: ClassicToken, account: AccountRecord, owner: AccountRecord): Access {
    const organisation = owner.login;
    const policy = policies.policyOf(organisation);
    if (!policy.allowsClassicTokens) return { kind: 'classic-blocked', organisation };
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
    if (viewer.kind === 'anonymous') return allowed;
    const { token, account } = viewer;
    return token.kind === 'classic'
      ? ofClassicToken(token, account, owner)
      : ofFineGrainedToken(token, owner);
  }

  return {
    ofRepository(viewer, repository, needs) {
      const organisation = world.findOrganisation(repository.owner.login);
      const isPublic = repository.visibility === 'PUBLIC';
      if (!isPublic && !canReachPrivately(viewer, repository, organisation)) return hidden;
      const byOwner = ofOwner(viewer, repository.owner);
      if (byOwner.kind !== 'allowed' || isPublic) return byOwner;
      return holdsPermission(viewer, needs) ? allowed : { kind: 'permission-missing' };
    },
    ofOrganisation(viewer, organisation, needs) {
      const byOwner = ofOwner(viewer, organisation.account);
      if (byOwner.kind !== 'allowed' || needs.length === 0) return byOwner;
      const isReachable =
        viewer.kind === 'token' &&
        (viewer.token.kind === 'classic' || isOwnedBy(viewer.token, organisation.account)) &&
        holdsPermission(viewer, needs);
      return isReachable ? allowed : { kind: 'permission-missing' };
    },
  };
}

function canReachPrivately(
  viewer: Viewer,
  repository: RepositoryRecord,
  organisation: OrganisationRecord | undefined,
): boolean {
  if (viewer.kind === 'anonymous') return false;
  const { token, account } = viewer;
  if (findPermission(account, repository, organisation) === undefined) return false;
  if (token.kind === 'classic') return hasScope(viewer, 'repo');
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

/** Classic tokens have no such permissions: what their scopes reach was decided before. */
function holdsPermission(viewer: Viewer, needs: readonly string[]): boolean {
  if (viewer.kind === 'anonymous') return false;
  const { token } = viewer;
  if (token.kind === 'classic' || needs.length === 0) return true;
  return needs.some((need) => need === 'metadata' || token.permissions[need] !== undefined);
}

function isSameLogin(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
