import type { Urls } from '../../http/urls.ts';
import { restLogin } from '../../world/account-record.ts';
import type { AccountRecord, OrganisationRecord, TeamRecord } from '../../world/model.ts';

/** GitHub's `simple-user`. */
export function toSimpleUser(urls: Urls, account: AccountRecord) {
  const login = restLogin(account);
  const url = `${urls.rest}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id: account.id,
    node_id: account.nodeId,
    avatar_url: avatarUrl(urls, account),
    gravatar_id: '',
    url,
    html_url: htmlUrl(urls, account),
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: account.kind,
    user_view_type: 'public',
    site_admin: false,
  };
}

/** The ghost is `null`. */
export function toSimpleUserOrNull(urls: Urls, account: AccountRecord | undefined) {
  return account === undefined ? null : toSimpleUser(urls, account);
}

/** GitHub's `public-user`; what the world does not know of a profile is absent (`null`) or 0. */
export function toPublicUser(urls: Urls, account: AccountRecord, publicRepositories: number) {
  return {
    ...toSimpleUser(urls, account),
    name: account.name ?? null,
    company: account.company ?? null,
    blog: '',
    location: account.location ?? null,
    email: account.email ?? null,
    hireable: null,
    bio: account.bio ?? null,
    twitter_username: null,
    public_repos: publicRepositories,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: account.createdAt,
    updated_at: account.updatedAt,
  };
}

/** GitHub's `organization-simple`. */
export function toSimpleOrganisation(urls: Urls, organisation: OrganisationRecord) {
  const { account } = organisation;
  const url = `${urls.rest}/orgs/${account.login}`;
  return {
    login: account.login,
    id: account.id,
    node_id: account.nodeId,
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: avatarUrl(urls, account),
    description: organisation.description ?? null,
  };
}

/** GitHub's `team-simple`. */
export function toSimpleTeam(urls: Urls, team: TeamRecord, organisation: string) {
  const url = `${urls.rest}/organizations/${team.organisationId}/team/${team.id}`;
  return {
    id: team.id,
    node_id: team.nodeId,
    url,
    html_url: `${urls.web}/orgs/${organisation}/teams/${team.slug}`,
    name: team.name,
    slug: team.slug,
    description: team.description ?? null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'pull',
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: 'organization',
    organization_id: team.organisationId,
    parent: null,
  };
}

export function htmlUrl(urls: Urls, account: AccountRecord): string {
  return account.kind === 'Bot' ? `${urls.web}/apps/${account.login}` : `${urls.web}/${account.login}`;
}

export function avatarUrl(urls: Urls, account: AccountRecord): string {
  return `${urls.web}/avatars/u/${account.id}?v=4`;
}
