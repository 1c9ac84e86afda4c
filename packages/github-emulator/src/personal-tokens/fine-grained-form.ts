import type { Emulator } from '../emulator.ts';
import { isOwner } from '../oauth/organisation-access.ts';
import type { FineGrainedToken } from '../tokens/token.ts';
import type { Visitor } from '../web/web-route.ts';
import type { OrganisationRecord } from '../world/model.ts';
import { readLifetime, toExpiry } from './token-lifetime.ts';
import { organisationPermissions, repositoryPermissions } from './token-permissions.data.ts';

/** A user may have so many of them. */
const mostTokens = 50;

export type FormReading =
  | { readonly kind: 'token'; readonly spec: object }
  | { readonly kind: 'refused'; readonly problem: string };

type Asked = { readonly emulator: Emulator; readonly visitor: Visitor; readonly form: URLSearchParams };

/** Organisations of the visitor that let fine-grained tokens in. */
export function listResourceOwners(
  { world, policies }: Emulator,
  { account }: Visitor,
): readonly OrganisationRecord[] {
  return world
    .organisationsOf(account.id)
    .filter((one) => policies.policyOf(one.account.login).allowsFineGrainedTokens);
}

/** What the form of a new fine-grained token asks for, as the store takes it, or what is wrong with it. */
export function readFineGrainedForm(asked: Asked): FormReading {
  const { emulator, visitor, form } = asked;
  const target = form.get('target_name') ?? visitor.account.login;
  const organisation = listResourceOwners(emulator, visitor).find(({ account }) => account.login === target);
  const lifetime = readLifetime(form);
  const repositories = readRepositories(asked, target);
  const problem = findProblem(asked, target);
  if (problem !== undefined) return refuse(problem);
  if (lifetime === undefined) return refuse('Expiration is invalid');
  if (repositories === undefined) return refuse('Select at least one repository');
  const tooLong = organisation && findLifetimeProblem(emulator, organisation, lifetime);
  if (tooLong !== undefined) return refuse(tooLong);
  const permissions = readPermissions(form, { repositories, organisation });
  const spec = {
    kind: 'fine-grained',
    login: visitor.account.login,
    name: form.get('name')?.trim(),
    resourceOwner: target,
    repositories,
    permissions,
    approval: toApproval(asked, organisation, { repositories, permissions }),
    expiresAt: toExpiry(lifetime, emulator.clock.nowMs()),
  };
  return { kind: 'token', spec };
}

/** Of the name, the owner, and how many there are. */
function findProblem(asked: Asked, target: string): string | undefined {
  const { emulator, visitor, form } = asked;
  const owners = [visitor.account, ...listResourceOwners(emulator, visitor).map(({ account }) => account)];
  if ((form.get('name')?.trim() ?? '') === '') return 'Name can’t be blank';
  if (!owners.some(({ login }) => login === target)) return 'Resource owner is invalid';
  return countTokens(asked) < mostTokens
    ? undefined
    : `You can have ${mostTokens} fine-grained tokens at most`;
}

function refuse(problem: string): FormReading {
  return { kind: 'refused', problem };
}

/** Undefined when none is chosen where some should be. */
function readRepositories(
  { emulator, form }: Asked,
  target: string,
): FineGrainedToken['repositories'] | undefined {
  const selection = form.get('repository_selection') ?? 'public';
  if (selection === 'all' || selection === 'public') return selection;
  const ids = form.getAll('repository_ids[]').map(Number);
  const chosen = ids.flatMap((id) => emulator.world.findRepository(id)?.record ?? []);
  const names = chosen.filter(({ owner }) => owner.login === target).map(({ name }) => name);
  return names.length === 0 ? undefined : names;
}

function countTokens({ emulator, visitor }: Asked): number {
  return emulator.tokens
    .list()
    .filter(
      ({ kind, accountId, isRevoked }) =>
        kind === 'fine-grained' && accountId === visitor.account.id && !isRevoked,
    ).length;
}

function findLifetimeProblem(
  { policies }: Emulator,
  { account }: OrganisationRecord,
  lifetime: number | 'none',
): string | undefined {
  const days = policies.policyOf(account.login).fineGrainedLifetimeDays;
  if (days === null || (lifetime !== 'none' && lifetime <= days)) return undefined;
  return `${account.login} requires tokens to expire within ${days} days`;
}

type Reaching = {
  readonly repositories: FineGrainedToken['repositories'];
  readonly organisation: OrganisationRecord | undefined;
};

/** Public repositories are read without any. */
function readPermissions(
  form: URLSearchParams,
  { repositories, organisation }: Reaching,
): FineGrainedToken['permissions'] {
  const offered = [
    ...(repositories === 'public' ? [] : repositoryPermissions),
    ...(organisation === undefined ? [] : organisationPermissions),
  ];
  const held = offered.flatMap(([name]) => {
    const level = form.get(name);
    return level === 'read' || level === 'write' ? [[name, level] as const] : [];
  });
  return { metadata: 'read', ...Object.fromEntries(held) };
}

/** An owner's own needs nobody's approval, nor does what is public anyway. */
function toApproval(
  { emulator, visitor }: Asked,
  organisation: OrganisationRecord | undefined,
  { repositories, permissions }: Pick<FineGrainedToken, 'repositories' | 'permissions'>,
): FineGrainedToken['approval'] {
  if (organisation === undefined || isOwner(organisation, visitor)) return 'approved';
  const { requiresTokenApproval } = emulator.policies.policyOf(organisation.account.login);
  const isPublic = repositories === 'public' && Object.keys(permissions).length === 1;
  return !requiresTokenApproval || isPublic ? 'approved' : 'pending';
}
