import { assertAllowed } from '../http/access-error.ts';
import { GitHubError } from '../http/github-error.ts';
import { isScoped } from '../tokens/token.ts';
import { hasScope, isInstallation, type Viewer } from '../tokens/viewer.ts';
import type { OrganisationRecord, RepositorySource } from '../world/model.ts';
import { pageOf } from './page-links.ts';
import { htmlUrl, toSimpleOrganisation, toSimpleUser } from './present/account.ts';
import { toPermissions, toRepository } from './present/repository.ts';
import { readChoice } from './read-parameter.ts';
import { isRepositoryListed, repositorySorts, sortRepositories } from './repository-lists.ts';
import type { RestRequest, Route } from './route.ts';
import { findPermissionOf, isOwnedByViewer } from './viewer-permission.ts';

const scopes = 'admin:org, read:org, repo, user, write:org';

/** An organisation, its repositories and its members. */
export const organisationRoutes: readonly Route[] = [
  {
    scope: 'organisation',
    path: '',
    docs: 'rest/orgs/orgs#get-an-organization',
    scopes,
    needs: [],
    handle(request, organisation) {
      return {
        body: toFullOrganisation(request, organisation),
        items: 1,
        updatedAt: organisation.account.updatedAt,
      };
    },
  },
  {
    scope: 'organisation',
    path: '/repos',
    docs: 'rest/repos/repos#list-organization-repositories',
    scopes,
    needs: ['metadata'],
    handle(request, organisation) {
      const { urls, world } = request.emulator;
      const type = readChoice(request.query, 'type', repositoryTypes, 'all');
      const sort = readChoice(request.query, 'sort', repositorySorts, 'created');
      const listed = world
        .repositoriesOf(organisation.account.id)
        .filter((source) => isRepositoryListed(request, source) && isOfType(source, type));
      const { items, headers } = pageOf(request, sortRepositories(listed, sort, request.query));
      const body = items.map((source) => ({
        ...toRepository(urls, source),
        permissions: toPermissions(findPermissionOf(request, source.record)),
      }));
      return { body, items: body.length, headers };
    },
  },
  {
    scope: 'organisation',
    path: '/members',
    docs: 'rest/orgs/members#list-organization-members',
    scopes,
    needs: ['members'],
    handle(request, organisation) {
      const { emulator, viewer } = request;
      const role = readChoice(request.query, 'role', ['all', 'admin', 'member'], 'all');
      const filter = readChoice(request.query, 'filter', ['all', '2fa_disabled', '2fa_insecure'], 'all');
      if (filter !== 'all' && !isOwnedByViewer(request, organisation)) throw ownersOnly();
      if (viewer.kind === 'token' && viewer.token.kind !== 'classic') {
        assertAllowed(emulator.access.ofOrganisation(viewer, organisation, ['members']), emulator.urls);
      }
      // Everybody here has two factors that are secure.
      const isShown = filter === 'all' && seesConcealedMembers(viewer, organisation);
      const members = isShown ? organisation.members : [];
      const wanted = members.filter((member) => role === 'all' || member.role.toLowerCase() === role);
      const { items, headers } = pageOf(request, wanted);
      const body = items.map(({ account }) => toSimpleUser(emulator.urls, account));
      return { body, items: body.length, headers };
    },
  },
];

function ownersOnly(): GitHubError {
  return new GitHubError(422, 'Only owners can use this filter.', {
    documentation: 'v3/orgs/members/#audit-two-factor-auth',
  });
}

const repositoryTypes = ['all', 'public', 'private', 'forks', 'sources', 'member'] as const;

function isOfType({ record }: RepositorySource, type: (typeof repositoryTypes)[number]): boolean {
  if (type === 'public') return record.visibility === 'PUBLIC';
  if (type === 'private') return record.visibility !== 'PUBLIC';
  if (type === 'forks') return record.isFork;
  return type !== 'sources' || !record.isFork;
}

/** Membership is concealed unless made public, which no account of the world did; an installation's right was asserted. */
function seesConcealedMembers(viewer: Viewer, organisation: OrganisationRecord): boolean {
  if (viewer.kind !== 'token') return false;
  if (isInstallation(viewer)) return true;
  const isMember = organisation.members.some(({ account }) => account.id === viewer.account.id);
  return isMember && (!isScoped(viewer.token) || hasScope(viewer, 'read:org'));
}

function toFullOrganisation(request: RestRequest, organisation: OrganisationRecord) {
  const { urls, world } = request.emulator;
  const { account } = organisation;
  const repositories = world.repositoriesOf(account.id);
  return {
    ...toSimpleOrganisation(urls, organisation),
    ...(account.name === undefined ? {} : { name: account.name }),
    ...(account.company === undefined ? {} : { company: account.company }),
    ...(account.location === undefined ? {} : { location: account.location }),
    ...(account.email === undefined ? {} : { email: account.email }),
    html_url: htmlUrl(urls, account),
    has_organization_projects: true,
    has_repository_projects: true,
    public_repos: repositories.filter(({ record }) => record.visibility === 'PUBLIC').length,
    public_gists: 0,
    followers: 0,
    following: 0,
    type: 'Organization',
    created_at: account.createdAt,
    updated_at: account.updatedAt,
    archived_at: null,
    ...(seesFullDetails(request, organisation) ? toFullDetails(organisation, repositories) : {}),
  };
}

/** Owners, with `admin:org` or the permission to read the organisation's administration; installations with that. */
function seesFullDetails(request: RestRequest, organisation: OrganisationRecord): boolean {
  const { emulator, viewer } = request;
  if (viewer.kind !== 'token') return false;
  if (!isInstallation(viewer) && !isOwnedByViewer(request, organisation)) return false;
  if (isScoped(viewer.token) && !hasScope(viewer, 'admin:org')) return false;
  const needs = ['organization_administration'];
  return emulator.access.ofOrganisation(viewer, organisation, needs).kind === 'allowed';
}

function toFullDetails({ basePermission }: OrganisationRecord, repositories: readonly RepositorySource[]) {
  const privateCount = repositories.filter(({ record }) => record.visibility !== 'PUBLIC').length;
  return {
    total_private_repos: privateCount,
    owned_private_repos: privateCount,
    default_repository_permission: basePermission.toLowerCase(),
  };
}
