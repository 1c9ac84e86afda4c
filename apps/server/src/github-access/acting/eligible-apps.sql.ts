import type { AppRecord } from '@throughline/github';
import type { Sql } from '../../platform/sql/index.ts';
import { isOwnedByOrganisation } from './acting.sql.ts';

/** An App that a connection can act by. */
export interface EligibleApp extends Pick<AppRecord, 'slug' | 'ownerLogin' | 'isOwnedByOrganisation'> {
  readonly registrationId: number;
  readonly name: string;
  /** `read`: the one it reads by, which can be granted more. */
  readonly purpose: 'read' | 'act';
}

/**
 * The Apps by which a connection can act, the latest first: the one it reads by, and those of its host that act and may
 * be installed on its organisation. One that belongs to another organisation is private to that.
 */
export async function loadEligibleApps(sql: Sql, connectionId: number): Promise<readonly EligibleApp[]> {
  const rows = await sql.query<
    Omit<EligibleApp, 'ownerLogin'> & { ownerLogin: string | null } & Record<string, unknown>
  >(
    `select *
     from (
       select
         app.registration_id as "registrationId",
         app.name,
         app.slug,
         app.purpose,
         app.owner_login as "ownerLogin",
         ${isOwnedByOrganisation} as "isOwnedByOrganisation",
         app.purpose = 'read' or lower(app.owner_login) = lower(organisation.login) as "isOwn"
       from connection
       join organisation on organisation.organisation_id = connection.organisation_id
       join app_registration as app
         on app.host_id = organisation.host_id
         and app.kind = 'github-app'
         and (app.purpose = 'act' or exists (
           select from connection_credential
           join credential on credential.credential_id = connection_credential.credential_id
           where connection_credential.connection_id = connection.connection_id
             and connection_credential.role = 'read'
             and credential.registration_id = app.registration_id))
       where connection.connection_id = $1::bigint) as known
     where "isOwn" or not "isOwnedByOrganisation"
     order by "registrationId" desc`,
    [connectionId],
  );
  return rows.map(({ ownerLogin, ...app }) => ({ ...app, ownerLogin: ownerLogin ?? undefined }));
}
