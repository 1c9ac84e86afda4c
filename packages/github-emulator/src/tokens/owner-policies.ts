import type { AccountRecord, World } from '../world/model.ts';
import type { AccessDecision } from './access-decision.ts';
import type { OrganisationPolicies, OrganisationPolicy } from './organisation-policies.ts';
import { toCredentialId } from './sso-request.ts';
import { type FineGrainedToken, isScoped, type PersonalToken, type ScopedToken } from './token.ts';
import type { Viewer } from './viewer.ts';

export type PolicyPlaces = { readonly world: World; readonly policies: OrganisationPolicies };

type Asked = PolicyPlaces & { readonly owner: AccountRecord; readonly account: AccountRecord };

const allowed: AccessDecision = { kind: 'allowed' };
const dayMs = 86_400_000;

/** What the owner's policies say to the credential. */
export function judgeByOwner(viewer: Viewer, owner: AccountRecord, places: PolicyPlaces): AccessDecision {
  if (viewer.kind !== 'token' || owner.kind !== 'Organization') return allowed;
  const { token, account } = viewer;
  const asked = { ...places, owner, account };
  if (isScoped(token)) return judgeScopedToken(token, asked);
  return token.kind === 'fine-grained' ? judgeFineGrainedToken(token, asked) : allowed;
}

function judgeScopedToken(token: ScopedToken, asked: Asked): AccessDecision {
  const organisation = asked.owner.login;
  const policy = asked.policies.policyOf(organisation);
  if (token.kind === 'classic') {
    if (!policy.allowsClassicTokens) return { kind: 'classic-blocked', organisation };
    if (isTooLong(token, policy) && isAffiliated(asked)) return lifetimeExceeded(token, policy);
  }
  const isAuthorised = token.ssoOrganisations.some((login) => isSameLogin(login, organisation));
  if (policy.hasSingleSignOn && !isAuthorised && isMember(asked))
    return { kind: 'sso-required', organisation, credentialId: toCredentialId(token.value) };
  return allowed;
}

function judgeFineGrainedToken(token: FineGrainedToken, asked: Asked): AccessDecision {
  const organisation = asked.owner.login;
  const policy = asked.policies.policyOf(organisation);
  const isOwn = isSameLogin(token.resourceOwner, organisation);
  if (!policy.allowsFineGrainedTokens && isOwn) return { kind: 'fine-grained-blocked', organisation };
  const isConcerned = isTooLong(token, policy) && (isOwn || isAffiliated(asked));
  return isConcerned ? lifetimeExceeded(token, policy) : allowed;
}

function lifetimeExceeded(token: PersonalToken, policy: OrganisationPolicy): AccessDecision {
  const { id: tokenId, kind: tokenKind } = token;
  const days = findLimitDays(token, policy) ?? 0;
  return { kind: 'lifetime-exceeded', organisation: policy.organisation, tokenKind, tokenId, days };
}

function findLimitDays({ kind }: PersonalToken, policy: OrganisationPolicy): number | null {
  return kind === 'classic' ? policy.classicLifetimeDays : policy.fineGrainedLifetimeDays;
}

/** From its making to its end; one without an end lives for ever. */
function isTooLong(token: PersonalToken, policy: OrganisationPolicy): boolean {
  const days = findLimitDays(token, policy);
  if (days === null) return false;
  return token.expiresAtMs === undefined || token.expiresAtMs - token.createdAtMs > days * dayMs;
}

function isMember({ world, account, owner }: Asked): boolean {
  return world.organisationsOf(account.id).some((one) => one.account.id === owner.id);
}

/** The lifetime policy concerns members, for public things too; here outside collaborators as well. */
function isAffiliated(asked: Asked): boolean {
  const { world, account, owner } = asked;
  const isCollaborator = () =>
    world
      .repositoriesOf(owner.id)
      .some(({ record }) => record.directCollaborators.some((one) => one.account.id === account.id));
  return isMember(asked) || isCollaborator();
}

export function isSameLogin(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
