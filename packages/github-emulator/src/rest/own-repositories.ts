import { GitHubError } from '../http/github-error.ts';
import { isScoped } from '../tokens/token.ts';
import type { RepositorySource } from '../world/model.ts';
import { pageOf } from './page-links.ts';
import { toPermissions, toRepository } from './present/repository.ts';
import { readChoice, readSinceMs } from './read-parameter.ts';
import { repositorySorts, sortRepositories } from './repository-lists.ts';
import type { RestAnswer, RestRequest, Route } from './route.ts';
import { findPermissionOf } from './viewer-permission.ts';

const affiliations = ['owner', 'collaborator', 'organization_member'] as const;
type Affiliation = (typeof affiliations)[number];

/** The user's own repositories, those they were added to, and those of their organisations. */
export const ownRepositoryRoutes: readonly Route[] = [
  {
    scope: 'none',
    path: '/user/repos',
    docs: 'rest/repos/repos#list-repositories-for-the-authenticated-user',
    scopes: 'repo',
    needs: ['metadata'],
    needsToken: true,
    handle: listOwn,
  },
];

function listOwn(request: RestRequest): RestAnswer {
  const { emulator, query } = request;
  const isAffiliated = judgeAffiliation(request, readAffiliations(query));
  const visibility = readVisibility(query);
  const sort = readChoice(query, 'sort', repositorySorts, 'full_name');
  const sinceMs = readSinceMs(query) ?? 0;
  const judged = emulator.world.repositories
    .filter((source) => isAffiliated(source) && isVisible(source, visibility))
    .filter(({ record }) => Date.parse(record.updatedAt) >= sinceMs)
    .map((source) => ({ source, access: emulator.access.ofRepository(request.viewer, source.record, []) }));
  const reached = judged.flatMap(({ source, access }) =>
    access.kind === 'allowed' && isReached(request, source) ? [source] : [],
  );
  const { items, headers } = pageOf(request, sortRepositories(reached, sort, query));
  const body = items.map((source) => ({
    ...toRepository(emulator.urls, source),
    permissions: toPermissions(findPermissionOf(request, source.record)),
  }));
  const hidden = judged.filter(({ access }) => access.kind === 'sso-required');
  const sso = toPartialHeader(hidden.map(({ source }) => source.record.owner.id));
  return { body, items: body.length, headers: { ...headers, ...sso } };
}

/** Organisations behind single sign-on are left out silently, but for this header. */
export function toPartialHeader(organisationIds: readonly number[]): Record<string, string> {
  if (organisationIds.length === 0) return {};
  return { 'x-github-sso': `partial-results; organizations=${[...new Set(organisationIds)].join(',')}` };
}

/** `type` says the same in another way; both together are refused, as documented. */
function readAffiliations(query: URLSearchParams): readonly Affiliation[] {
  const hasBoth = query.has('type') && (query.has('affiliation') || query.has('visibility'));
  if (hasBoth)
    throw new GitHubError(422, 'If you specify visibility or affiliation, you cannot specify type.');
  const type = readChoice(query, 'type', ['all', 'owner', 'public', 'private', 'member'], 'all');
  if (type === 'owner') return ['owner'];
  if (type === 'member') return ['collaborator', 'organization_member'];
  const asked = query.get('affiliation')?.split(',') ?? affiliations;
  return affiliations.filter((one) => asked.includes(one));
}

function readVisibility(query: URLSearchParams): 'all' | 'public' | 'private' {
  const type = query.get('type');
  if (type === 'public' || type === 'private') return type;
  return readChoice(query, 'visibility', ['all', 'public', 'private'], 'all');
}

function isVisible({ record }: RepositorySource, visibility: 'all' | 'public' | 'private'): boolean {
  return visibility === 'all' || (record.visibility === 'PUBLIC') === (visibility === 'public');
}

/** Which repositories are the user's in one of the wanted ways. */
function judgeAffiliation(
  request: RestRequest,
  wanted: readonly Affiliation[],
): (source: RepositorySource) => boolean {
  const { emulator, viewer } = request;
  if (viewer.kind !== 'token') return () => false;
  const { id } = viewer.account;
  const organisations = new Set(emulator.world.organisationsOf(id).map(({ account }) => account.id));
  return ({ record }) => {
    if (record.owner.id === id) return wanted.includes('owner');
    const isAdded = record.directCollaborators.some(({ account }) => account.id === id);
    if (isAdded && wanted.includes('collaborator')) return true;
    if (!organisations.has(record.owner.id) || !wanted.includes('organization_member')) return false;
    return findPermissionOf(request, record) !== undefined;
  };
}

/** A token with permissions in place of scopes lists what was chosen for it. */
function isReached({ emulator, viewer }: RestRequest, { record }: RepositorySource): boolean {
  if (viewer.kind !== 'token' || isScoped(viewer.token)) return true;
  const reach = emulator.access.reachOf(viewer, record.owner);
  return reach !== undefined && reach !== 'by scopes' && reach.isSelected(record);
}
