import type { CredentialKind } from '@throughline/contract';
import type { PermissionProbe } from '@throughline/github';
import type { SealedPlace, SecretBox } from '../../platform/secrets/index.ts';
import type { Sql } from '../../platform/sql/index.ts';

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
  /** The app it came by; undefined for a token that somebody pasted. */
  readonly registrationId: number | undefined;
}

/** An organisation that the token showed when it was tested. */
export interface OrganisationOfToken {
  readonly githubId: number;
  readonly login: string;
  /** Of its owner there; absent where GitHub does not tell. */
  readonly role?: 'owner' | 'member';
}

export interface NewCredential extends Omit<Credential, 'credentialId' | 'registrationId'> {
  readonly registrationId?: number | undefined;
  readonly secret: string;
  readonly accountKind: CredentialAccountKind;
  readonly scopes: readonly string[] | undefined;
  readonly endsAt: Date | undefined;
  /** What trying a token without scopes showed. */
  readonly probe?: PermissionProbe | undefined;
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
       checked_at, report, created_by, registration_id)
     overriding system value
     values (
       $1::bigint, $2::bigint, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text[], $9::timestamptz,
       app_now(), $10::jsonb, $11::bigint, $12::bigint)`,
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
      JSON.stringify({ organisations: given.organisations, probe: given.probe }),
      given.createdBy,
      given.registrationId,
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
  readonly registration_id: number | null;
  readonly report: { readonly organisations: readonly OrganisationOfToken[] };
}

/** A credential without its secret, or undefined when it is gone. */
export async function findCredential(sql: Sql, credentialId: number): Promise<Credential | undefined> {
  const [row] = await sql.query<CredentialRow>(
    `select credential_id, host_id, kind, bucket_owner, login, report, registration_id
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
    registrationId: row.registration_id ?? undefined,
  };
}

/** Remembers what was learnt of a credential when it was looked at again. */
export async function saveLook(
  sql: Sql,
  credentialId: number,
  look: Pick<NewCredential, 'organisations' | 'scopes' | 'endsAt' | 'probe'>,
): Promise<void> {
  await sql.query(
    `update credential
     set scopes = $2::text[],
         ends_at = $3::timestamptz,
         report = report || $4::jsonb,
         checked_at = app_now()
     where credential_id = $1::bigint`,
    [
      credentialId,
      look.scopes,
      look.endsAt,
      JSON.stringify({ organisations: look.organisations, probe: look.probe }),
    ],
  );
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
