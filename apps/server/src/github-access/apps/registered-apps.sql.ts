import type { GithubApp } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import { toInstallUrl } from './to-install-url.ts';

/** The GitHub Apps registered for a host by its address, the latest first; none where the host is not known. */
export async function loadAppsOf(sql: Sql, baseUrl: string): Promise<readonly GithubApp[]> {
  const rows = await sql.query<
    Omit<GithubApp, 'ownerLogin' | 'installUrl'> & { ownerLogin: string | null; pageUrl: string }
  >(
    `select
       app.registration_id as "registrationId",
       app.name,
       app.github_app_id as "githubAppId",
       app.client_id as "clientId",
       app.owner_login as "ownerLogin",
       app.made_how as "madeHow",
       coalesce(app.page_url, host.base_url || '/apps/' || app.slug) as "pageUrl"
     from app_registration as app
     join host on host.host_id = app.host_id
     where host.base_url = $1::text
       and app.kind = 'github-app'
     order by app.registration_id desc`,
    [baseUrl],
  );
  return rows.map(({ ownerLogin, pageUrl, ...app }) => ({
    ...app,
    installUrl: toInstallUrl(pageUrl),
    ...(ownerLogin === null ? {} : { ownerLogin }),
  }));
}

/** Remembers the page that GitHub says an App has: hosts have different places for it. */
export async function saveAppPage(sql: Sql, registrationId: number, pageUrl: string): Promise<void> {
  await sql.query('update app_registration set page_url = $2::text where registration_id = $1::bigint', [
    registrationId,
    pageUrl,
  ]);
}
