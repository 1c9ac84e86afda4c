import type { SealedPlace, SecretBox } from '../platform/secrets/index.ts';
import type { Sql } from '../platform/sql/index.ts';

export type CredentialKind = 'classic-token' | 'fine-grained-token' | 'other-token';
export type CredentialAccountKind = 'person' | 'service-account' | 'bot';

/** What is known of a credential besides its secret. */
export interface Credential {
  readonly credentialId: number;
  readonly hostId: number;
  readonly kind: CredentialKind;
  /** Whose quota it spends: tokens of one user share one bucket. */
  readonly bucketOwner: string;
  readonly login: string;
  readonly organisations: readonly OrganisationOfToken[];
}

/** An organisation that the token showed when it was tested. */
export interface OrganisationOfToken {
  readonly githubId: number;
  readonly login: string;
}

export interface NewCredential extends Omit<Credential, 'credentialId'> {
  readonly secret: string;
  readonly accountKind: CredentialAccountKind;
  readonly scopes: readonly string[] | undefined;
  readonly endsAt: Date | undefined;
  readonly createdBy: number | undefined;
}

const secretPlace = (credentialId: number): SealedPlace => ({
  table: 'credential',
  column: 'secret_sealed',
  row: String(credentialId),
});

/** Seals and stores a tested credential. Until a connection takes it up it is a draft, wiped after a day. */
export async function insertCredential(sql: Sql, box: SecretBox, given: NewCredential): Promise<number> {
  const [next] = await sql.query<{ credential_id: number }>(
    `select nextval(pg_get_serial_sequence('credential', 'credential_id')) as credential_id`,
  );
  if (next === undefined) throw new Error('The sequence of credentials returned no row.');
  const credentialId = next.credential_id;
  await sql.query(
    `insert into credential (
       credential_id, host_id, kind, secret_sealed, bucket_owner, login, account_kind, scopes, ends_at,
       checked_at, report, created_by)
     overriding system value
     values (
       $1::bigint, $2::bigint, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text[], $9::timestamptz,
       app_now(), $10::jsonb, $11::bigint)`,
    [
      credentialId,
      given.hostId,
      given.kind,
      box.seal(given.secret, secretPlace(credentialId)),
      given.bucketOwner,
      given.login,
      given.accountKind,
      given.scopes,
      given.endsAt,
      JSON.stringify({ organisations: given.organisations }),
      given.createdBy,
    ],
  );
  return credentialId;
}

interface CredentialRow {
  readonly credential_id: number;
  readonly host_id: number;
  readonly kind: CredentialKind;
  readonly bucket_owner: string;
  readonly login: string;
  readonly report: { readonly organisations: readonly OrganisationOfToken[] };
}

/** A credential without its secret, or undefined when it is gone. */
export async function findCredential(sql: Sql, credentialId: number): Promise<Credential | undefined> {
  const [row] = await sql.query<CredentialRow>(
    `select credential_id, host_id, kind, bucket_owner, login, report
     from credential
     where credential_id = $1::bigint`,
    [credentialId],
  );
  if (row === undefined) return undefined;
  return {
    credentialId: row.credential_id,
    hostId: row.host_id,
    kind: row.kind,
    bucketOwner: row.bucket_owner,
    login: row.login,
    organisations: row.report.organisations,
  };
}

/** Opens a credential's secret, for the one call that needs it. */
export async function loadSecret(
  sql: Sql,
  box: SecretBox,
  credentialId: number,
): Promise<string | undefined> {
  const [row] = await sql.query<{ secret_sealed: string }>(
    `select secret_sealed
     from credential
     where credential_id = $1::bigint`,
    [credentialId],
  );
  return row === undefined ? undefined : box.open(row.secret_sealed, secretPlace(credentialId));
}

/** Puts a credential in the place of another in a connection and wipes what no connection uses any more. */
export async function replaceReadCredential(
  sql: Sql,
  connectionId: number,
  credentialId: number,
): Promise<void> {
  const replaced = await sql.query<{ credential_id: number }>(
    `delete from connection_credential
     where connection_id = $1::bigint
       and role = 'read'
     returning credential_id`,
    [connectionId],
  );
  await sql.query(
    `insert into connection_credential (connection_id, credential_id, role)
     values ($1::bigint, $2::bigint, 'read')`,
    [connectionId, credentialId],
  );
  await sql.query(
    `delete from credential
     where credential_id = any($1::bigint[])
       and not exists (
         select from connection_credential
         where connection_credential.credential_id = credential.credential_id)`,
    [replaced.map((row) => row.credential_id)],
  );
}
