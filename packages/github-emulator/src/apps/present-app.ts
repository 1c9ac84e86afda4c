import type { Emulator } from '../emulator.ts';
import { toSimpleUser } from '../rest/present/account.ts';
import type { GithubApp } from './github-app.ts';
import type { Installation } from './installations.ts';

/** GitHub's `integration`. */
export function toIntegration({ urls, world }: Emulator, app: GithubApp) {
  const owner = world.findAccountByLogin(app.owner);
  const at = toInstant(app.createdAtMs);
  return {
    id: app.id,
    slug: app.slug,
    node_id: Buffer.from(`11:Integration${app.id}`).toString('base64'),
    client_id: app.clientId,
    owner: owner === undefined ? null : toSimpleUser(urls, owner),
    name: app.name,
    description: app.description ?? null,
    external_url: app.homepageUrl,
    html_url: `${urls.web}/apps/${app.slug}`,
    created_at: at,
    updated_at: at,
    permissions: app.permissions,
    events: app.events,
  };
}

/** GitHub's `installation`. */
export function toInstallation({ urls, world }: Emulator, app: GithubApp, installation: Installation) {
  const { id, suspended, permissions, events, repositoryIds, accountId } = installation;
  const account = world.findAccount(accountId);
  const organisation = world.organisations.find((one) => one.account.id === accountId);
  const suspender = suspended?.byId === undefined ? undefined : world.findAccount(suspended.byId);
  const settings =
    organisation === undefined ? '/settings' : `/organizations/${organisation.account.login}/settings`;
  return {
    id,
    client_id: app.clientId,
    account: account === undefined ? null : toSimpleUser(urls, account),
    repository_selection: repositoryIds === 'all' ? 'all' : 'selected',
    access_tokens_url: `${urls.rest}/app/installations/${id}/access_tokens`,
    repositories_url: `${urls.rest}/installation/repositories`,
    html_url: `${urls.web}${settings}/installations/${id}`,
    app_id: app.id,
    app_slug: app.slug,
    target_id: accountId,
    target_type: organisation === undefined ? 'User' : 'Organization',
    permissions,
    events,
    created_at: toInstant(installation.createdAtMs),
    updated_at: toInstant(installation.updatedAtMs),
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: suspender === undefined ? null : toSimpleUser(urls, suspender),
    suspended_at: suspended === undefined ? null : toInstant(suspended.atMs),
  };
}

export function toInstant(atMs: number): string {
  return new Date(atMs).toISOString().replace(/\.\d+/, '');
}
