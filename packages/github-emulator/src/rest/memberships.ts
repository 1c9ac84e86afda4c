import { assertAllowed } from '../http/access-error.ts';
import { GitHubError, notFound } from '../http/github-error.ts';
import { isScoped } from '../tokens/token.ts';
import { hasScope } from '../tokens/viewer.ts';
import type { AccountRecord, OrganisationRecord } from '../world/model.ts';
import { toPartialHeader } from './own-repositories.ts';
import { pageOf } from './page-links.ts';
import { toSimpleOrganisation, toSimpleUser } from './present/account.ts';
import { readChoice } from './read-parameter.ts';
import { getParam, type RestRequest, type Route } from './route.ts';

const scopes = 'admin:org, read:org, repo, user, write:org';

/** Organisations of the signed-in user, and the role there. */
export const membershipRoutes: readonly Route[] = [
  {
    scope: 'none',
    path: '/user/orgs',
    docs: 'rest/orgs/orgs#list-organizations-for-the-authenticated-user',
    scopes,
    needs: [],
    needsToken: true,
    handle(request) {
      const { viewer, emulator } = request;
      assertScopes(request);
      // Documented: a fine-grained token is answered an empty list.
      const isFineGrained = viewer.kind === 'token' && viewer.token.kind === 'fine-grained';
      const { reachable, headers } = listReachable(request);
      const page = pageOf(request, isFineGrained ? [] : reachable);
      const body = page.items.map((organisation) => toSimpleOrganisation(emulator.urls, organisation));
      return { body, items: body.length, headers: { ...headers, ...page.headers } };
    },
  },
  {
    scope: 'none',
    path: '/user/memberships/orgs',
    docs: 'rest/orgs/members#list-organization-memberships-for-the-authenticated-user',
    scopes,
    needs: ['members'],
    needsToken: true,
    handle(request) {
      assertScopes(request);
      const state = readChoice(request.query, 'state', ['active', 'pending'], 'active');
      const { reachable, headers } = listReachable(request);
      const page = pageOf(request, state === 'active' ? reachable : []);
      const account = viewerAccount(request);
      const body = page.items.map((organisation) => toMembership(request, organisation, account));
      return { body, items: body.length, headers: { ...headers, ...page.headers } };
    },
  },
  {
    scope: 'none',
    path: '/user/memberships/orgs/{org}',
    docs: 'rest/orgs/members#get-an-organization-membership-for-the-authenticated-user',
    scopes,
    needs: ['members'],
    needsToken: true,
    handle(request) {
      const { emulator, viewer } = request;
      assertScopes(request);
      const organisation = organisationsOf(request).find(
        ({ account }) => account.login.toLowerCase() === getParam(request, 'org').toLowerCase(),
      );
      if (organisation === undefined) throw notFound();
      assertAllowed(emulator.access.ofOrganisation(viewer, organisation, ['members']), emulator.urls);
      return { body: toMembership(request, organisation, viewerAccount(request)), items: 1 };
    },
  },
];

function organisationsOf({ emulator, viewer }: RestRequest): readonly OrganisationRecord[] {
  return viewer.kind !== 'token' ? [] : emulator.world.organisationsOf(viewer.account.id);
}

/** Organisations behind single sign-on are left out silently, but for the header that says so. */
function listReachable(request: RestRequest) {
  const judged = organisationsOf(request).map((organisation) => ({
    organisation,
    access: request.emulator.access.ofOrganisation(request.viewer, organisation, ['members']),
  }));
  const reachable = judged.flatMap((one) => (one.access.kind === 'allowed' ? [one.organisation] : []));
  const hidden = judged.filter((one) => one.access.kind === 'sso-required');
  return { reachable, headers: toPartialHeader(hidden.map((one) => one.organisation.account.id)) };
}

function assertScopes({ viewer }: RestRequest): void {
  if (viewer.kind !== 'token' || !isScoped(viewer.token)) return;
  if (hasScope(viewer, 'read:org', 'user')) return;
  throw new GitHubError(403, 'You need at least read:org scope or user scope to list your organizations.');
}

/** GitHub's `org-membership`. */
export function toMembership(
  { emulator: { urls } }: RestRequest,
  organisation: OrganisationRecord,
  account: AccountRecord,
) {
  const member = organisation.members.find((one) => one.account.id === account.id);
  return {
    url: `${urls.rest}/orgs/${organisation.account.login}/memberships/${account.login}`,
    state: 'active',
    role: member?.role === 'ADMIN' ? 'admin' : 'member',
    organization_url: `${urls.rest}/orgs/${organisation.account.login}`,
    organization: toSimpleOrganisation(urls, organisation),
    user: toSimpleUser(urls, account),
  };
}

function viewerAccount({ viewer }: RestRequest): AccountRecord {
  if (viewer.kind !== 'token') throw new GitHubError(401, 'Requires authentication');
  return viewer.account;
}
