import type { CredentialKind } from '@throughline/contract';
import type { PermissionProbe } from '@throughline/github';
import { AppError } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import type { Rights } from './permissions-held.ts';

interface RightsRow {
  readonly kind: CredentialKind;
  readonly scopes: readonly string[] | null;
  readonly permissions: Readonly<Record<string, string>> | null;
  readonly probe: PermissionProbe | null;
}

/** What is known of a credential's rights. Throws `not-found` when it was wiped meanwhile. */
export async function findRights(sql: Sql, credentialId: number): Promise<Rights> {
  const [row] = await sql.query<RightsRow & Record<string, unknown>>(
    `select kind, scopes, permissions, report -> 'probe' as probe
     from credential
     where credential_id = $1::bigint`,
    [credentialId],
  );
  if (row === undefined) {
    throw new AppError('not-found', 'This credential is no longer kept. Test it again.');
  }
  return {
    kind: row.kind,
    scopes: row.scopes ?? undefined,
    permissions: row.permissions ?? undefined,
    probe: row.probe ?? undefined,
  };
}

/** Remembers that GitHub answers a credential. */
export async function noteChecked(sql: Sql, credentialId: number): Promise<void> {
  await sql.query('update credential set checked_at = app_now() where credential_id = $1::bigint', [
    credentialId,
  ]);
}

interface CredentialToRevoke {
  readonly hostId: number;
  readonly kind: CredentialKind;
  readonly registrationId: number | null;
}

/** A credential as far as ending it at GitHub needs. */
export async function findToRevoke(sql: Sql, credentialId: number): Promise<CredentialToRevoke | undefined> {
  const [row] = await sql.query<CredentialToRevoke & Record<string, unknown>>(
    `select host_id as "hostId", kind, registration_id as "registrationId"
     from credential
     where credential_id = $1::bigint`,
    [credentialId],
  );
  return row;
}
