import type { Permissions } from '@throughline/github';
import type { Sql } from '../../platform/sql/index.ts';

const bucketPrefix = 'installation:';

/** An installation spends an hour's quota of its own. */
export const toInstallationBucket = (installationId: number): string => `${bucketPrefix}${installationId}`;

/** Whether a stored credential is an App's installation, which has no token but those made of it. */
export const isInstallation = ({ bucketOwner }: { readonly bucketOwner: string }): boolean =>
  bucketOwner.startsWith(bucketPrefix);

/** An installation that can be read with, as a credential. */
export interface NewInstallation {
  readonly installationId: number;
  readonly permissions: Permissions;
  readonly organisation: {
    readonly githubId: number;
    readonly login: string;
    readonly role: 'owner' | 'member' | 'none';
  };
}

interface Keeping {
  readonly hostId: number;
  readonly registrationId: number;
  /** What the App is called. */
  readonly appName: string;
  readonly createdBy: number;
}

/**
 * Stores installations as credentials, which are drafts until a connection takes one up, and returns the credential of
 * each by its installation. A draft of one that was listed before is used again.
 */
export async function keepInstallations(
  sql: Sql,
  { hostId, registrationId, appName, createdBy }: Keeping,
  installations: readonly NewInstallation[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await sql.query<{ installation_id: number; credential_id: number }>(
    `with listed as (
       select listed.installation_id, listed.bucket_owner, listed.permissions, listed.report
       from jsonb_to_recordset($1::jsonb) as listed (
         installation_id bigint, bucket_owner text, permissions jsonb, report jsonb)),
     known as (
       update credential
       set permissions = listed.permissions,
           report = listed.report,
           login = $4::text,
           checked_at = app_now(),
           created_at = app_now()
       from listed
       where credential.registration_id = $3::bigint
         and credential.installation_id = listed.installation_id
         and not exists (
           select from connection_credential
           where connection_credential.credential_id = credential.credential_id)
       returning credential.installation_id, credential.credential_id),
     added as (
       insert into credential (
         host_id, kind, registration_id, installation_id, permissions, bucket_owner, login, account_kind,
         checked_at, report, created_by)
       select $2::bigint, 'app-installation', $3::bigint, listed.installation_id, listed.permissions,
         listed.bucket_owner, $4::text, 'bot', app_now(), listed.report, $5::bigint
       from listed
       where not exists (
         select from known
         where known.installation_id = listed.installation_id)
       returning installation_id, credential_id)
     select installation_id, credential_id from known
     union all
     select installation_id, credential_id from added`,
    [JSON.stringify(installations.map(toListed)), hostId, registrationId, appName, createdBy],
  );
  return new Map(rows.map((row) => [row.installation_id, row.credential_id]));
}

const toListed = ({ installationId, permissions, organisation }: NewInstallation) => ({
  installation_id: installationId,
  bucket_owner: toInstallationBucket(installationId),
  permissions,
  report: { organisations: [organisation] },
});

/** An installation as a credential holds it. */
export interface HeldInstallation {
  readonly credentialId: number;
  readonly registrationId: number;
  readonly installationId: number;
  readonly permissions: Permissions;
  /** The organisation it was seen on. */
  readonly organisation: { readonly githubId: number; readonly login: string };
}

/** Undefined when the credential is gone, or is none of an App. */
export async function findHeldInstallation(
  sql: Sql,
  credentialId: number,
): Promise<HeldInstallation | undefined> {
  const [row] = await sql.query<HeldInstallation & Record<string, unknown>>(
    `select
       credential_id as "credentialId",
       registration_id as "registrationId",
       installation_id as "installationId",
       permissions,
       report -> 'organisations' -> 0 as organisation
     from credential
     where credential_id = $1::bigint
       and kind = 'app-installation'`,
    [credentialId],
  );
  return row;
}

interface Learnt {
  readonly installationId: number;
  readonly permissions: Permissions;
}

/** Remembers what GitHub said of an installation last: other permissions, or another id after it was installed anew. */
export async function saveInstallation(
  sql: Sql,
  credentialId: number,
  { installationId, permissions }: Learnt,
): Promise<void> {
  await sql.query(
    `update credential
     set installation_id = $2::bigint,
         bucket_owner = $3::text,
         permissions = $4::jsonb,
         checked_at = app_now()
     where credential_id = $1::bigint
       and kind = 'app-installation'`,
    [credentialId, installationId, toInstallationBucket(installationId), JSON.stringify(permissions)],
  );
}
