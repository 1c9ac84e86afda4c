import { toInstallation } from '../apps/present-app.ts';
import { assertAllowed } from '../http/access-error.ts';
import { GitHubError, notFound } from '../http/github-error.ts';
import { isScoped } from '../tokens/token.ts';
import { hasScope, isInstallation } from '../tokens/viewer.ts';
import type { OrganisationRecord } from '../world/model.ts';
import { toMembership } from './memberships.ts';
import { pageOf } from './page-links.ts';
import { getParam, type RestAnswer, type RestRequest, type Route } from './route.ts';
import { isOwnedByViewer } from './viewer-permission.ts';

/** What an organisation's owners see of it, and one person's membership, which members see. */
export const organisationSettingRoutes: readonly Route[] = [
  {
    scope: 'organisation',
    path: '/hooks',
    docs: 'rest/orgs/webhooks#list-organization-webhooks',
    scopes: 'admin:org_hook',
    needs: ['organization_hooks'],
    handle(request, organisation) {
      assertOwner(request, organisation, { scope: 'admin:org_hook', permission: 'organization_hooks' });
      return { body: [], items: 0 };
    },
  },
  {
    scope: 'organisation',
    path: '/installations',
    docs: 'rest/orgs/orgs#list-app-installations-for-an-organization',
    scopes: 'admin:org',
    needs: ['organization_administration'],
    handle: listInstallations,
  },
  {
    scope: 'organisation',
    path: '/memberships/{username}',
    docs: 'rest/orgs/members#get-organization-membership-for-a-user',
    scopes: 'admin:org, read:org, repo, user, write:org',
    needs: ['members'],
    handle: getMembership,
  },
];

/** Installations by their permission, users as owners with one of their tokens that may. Throws 404 for the others. */
function assertOwner(
  request: RestRequest,
  organisation: OrganisationRecord,
  { scope, permission }: { readonly scope: string; readonly permission: string },
): void {
  const { emulator, viewer } = request;
  if (viewer.kind !== 'token') throw notFound();
  assertAllowed(emulator.access.ofOrganisation(viewer, organisation, [permission]), emulator.urls);
  if (isScoped(viewer.token) && !hasScope(viewer, scope)) throw notFound();
  if (!isInstallation(viewer) && !isOwnedByViewer(request, organisation)) throw notFound();
}

function listInstallations(request: RestRequest, organisation: OrganisationRecord): RestAnswer {
  assertOwner(request, organisation, { scope: 'admin:org', permission: 'organization_administration' });
  const { emulator } = request;
  const installed = emulator.apps.list().flatMap((app) => {
    const installation = emulator.installations.on(app.id, organisation.account.id);
    return installation === undefined ? [] : [toInstallation(emulator, app, installation)];
  });
  const { items, headers } = pageOf(request, installed);
  return { body: { total_count: installed.length, installations: items }, items: items.length, headers };
}

function getMembership(request: RestRequest, organisation: OrganisationRecord): RestAnswer {
  const { emulator, viewer } = request;
  if (viewer.kind !== 'token') throw new GitHubError(401, 'Requires authentication');
  assertAllowed(emulator.access.ofOrganisation(viewer, organisation, ['members']), emulator.urls);
  const { members } = organisation;
  const isMember = members.some(({ account }) => account.id === viewer.account.id);
  const isTold =
    isInstallation(viewer) || (isMember && (!isScoped(viewer.token) || hasScope(viewer, 'read:org')));
  // GitHub documents the status, not the words.
  if (!isTold) throw new GitHubError(403, 'You must be a member to see memberships.');
  const login = getParam(request, 'username').toLowerCase();
  const found = members.find(({ account }) => account.login.toLowerCase() === login);
  if (found === undefined) throw notFound();
  return { body: toMembership(request, organisation, found.account), items: 1 };
}
