import { assertAllowed } from '../http/access-error.ts';
import { isScoped } from '../tokens/token.ts';
import { hasScope, isInstallation, type Viewer } from '../tokens/viewer.ts';
import type { OrganisationRecord, RepositorySource } from '../world/model.ts';
import { pageOf } from './page-links.ts';
import { htmlUrl, toSimpleOrganisation, toSimpleUser } from './present/account.ts';
import { toPermissions, toRepository } from './present/repository.ts';
import { readChoice } from './read-parameter.ts';
import { isRepositoryListed, repositorySorts, sortRepositories } from './repository-lists.ts';
import type { RestRequest, Route } from './route.ts';
import { findPermissionOf } from './viewer-permission.ts';

/** An organisation, its repositories and its members. */
export const organisationRoutes: readonly Route[] = [
  {
    scope: 'organisation',
    path: '',
    docs: 'rest/orgs/orgs#get-an-organization',
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
    scopes: 'admin:org, read:org, repo, user, write:org',
    needs: ['members'],
    handle(request, organisation) {
      const { emulator, viewer } = request;
      const role = readChoice(request.query, 'role', ['all', 'admin', 'member'], 'all');
      readChoice(request.query, 'filter', ['all'], 'all');
      if (viewer.kind === 'token' && viewer.token.kind !== 'classic') {
        assertAllowed(emulator.access.ofOrganisation(viewer, organisation, ['members']), emulator.urls);
      }
      const members = seesConcealedMembers(viewer, organisation) ? organisation.members : [];
      const wanted = members.filter((member) => role === 'all' || member.role.toLowerCase() === role);
      const { items, headers } = pageOf(request, wanted);
      const body = items.map(({ account }) => toSimpleUser(emulator.urls, account));
      return { body, items: body.length, headers };
    },
  },
];

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
  };
}
