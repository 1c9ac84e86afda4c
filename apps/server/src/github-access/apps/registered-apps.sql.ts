import type { GithubApp } from '@throughline/contract';
import type { AppRecord } from '@throughline/github';
import type { Sql } from '../../platform/sql/index.ts';
import { toInstallUrl } from './to-install-url.ts';

/** The GitHub Apps registered to read from a host, by its address, the latest first; none where the host is not known. */
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
       and app.purpose = 'read'
     order by app.registration_id desc`,
    [baseUrl],
  );
  return rows.map(({ ownerLogin, pageUrl, ...app }) => ({
    ...app,
    installUrl: toInstallUrl(pageUrl),
    ...(ownerLogin === null ? {} : { ownerLogin }),
  }));
}

type AppFacts = Pick<AppRecord, 'pageUrl' | 'permissions' | 'isOwnedByOrganisation'>;

/** Remembers what GitHub says of an App: its page, for hosts have different places for it, and what it asks for by now. */
export async function saveAppFacts(
  sql: Sql,
  registrationId: number,
  { pageUrl, permissions, isOwnedByOrganisation }: AppFacts,
): Promise<void> {
  await sql.query(
    `update app_registration
     set page_url = $2::text,
         permissions = $3::jsonb,
         is_owned_by_organisation = $4::boolean
     where registration_id = $1::bigint`,
    [registrationId, pageUrl, JSON.stringify(permissions), isOwnedByOrganisation],
  );
}
