import { AppError } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { findHost, type Host } from '../hosts/hosts.sql.ts';
import { type Credential, findCredential } from './credentials.sql.ts';
import { findRegistration } from './registrations.sql.ts';

/** A stored credential to read by, with its host. Throws `not-found` when it was wiped meanwhile. */
export async function getCredential(
  sql: Sql,
  credentialId: number,
): Promise<{ readonly host: Host; readonly credential: Credential }> {
  const credential = await findCredential(sql, credentialId);
  const host = credential === undefined ? undefined : await findHost(sql, credential.hostId);
  if (credential === undefined || host === undefined) {
    throw new AppError(
      'not-found',
      'This token is no longer kept: it was tested more than a day ago. Test it again.',
    );
  }
  await refuseActing(sql, credential);
  return { host, credential };
}

/** Nothing is read with rights to write. */
async function refuseActing(sql: Sql, { registrationId }: Credential): Promise<void> {
  if (registrationId === undefined) return;
  const registration = await findRegistration(sql, registrationId);
  if (registration?.purpose !== 'act') return;
  throw new AppError(
    'input-invalid',
    `${registration.name} acts, and reads nothing. Connect with an app to read by, or a token.`,
  );
}
