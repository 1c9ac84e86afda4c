import type { CredentialKind, HostKind } from '@throughline/contract';
import { revokeUserToken } from '@throughline/github';
import type { AccessDependencies } from '../dependencies.ts';
import { findHost } from '../hosts/hosts.sql.ts';
import { findToRevoke } from './credential-rights.sql.ts';
import { loadOwnCredentials } from './credential-uses.sql.ts';
import { loadSecret } from './credentials.sql.ts';
import { findRegistration, loadRegistrationSecrets } from './registrations.sql.ts';

export type RevokeDependencies = Pick<AccessDependencies, 'database' | 'clients' | 'secretBox'>;

/** What became of a credential at GitHub. */
export interface Revoked {
  readonly isRevoked: boolean;
  /** Where its owner revokes it, where GitHub lets nobody else. */
  readonly link: string | undefined;
}

/**
 * Revokes a credential at GitHub where its API allows that: the token of an OAuth app. A personal token only its owner
 * can revoke; an App's installation has no secret to revoke, its tokens live in memory for an hour at most. Rejects with
 * what GitHub says while it does not answer.
 */
export async function revokeCredential(deps: RevokeDependencies, credentialId: number): Promise<Revoked> {
  const found = await findToRevoke(deps.database, credentialId);
  const host = found === undefined ? undefined : await findHost(deps.database, found.hostId);
  if (found === undefined || host === undefined) return { isRevoked: true, link: undefined };
  if (found.kind !== 'oauth-token' || found.registrationId === null) {
    return { isRevoked: false, link: toRevokeLink(host, found) };
  }
  const registration = await findRegistration(deps.database, found.registrationId);
  const secrets = await loadRegistrationSecrets(deps.database, deps.secretBox, found.registrationId);
  const token = await loadSecret(deps.database, deps.secretBox, credentialId);
  if (registration === undefined || secrets === undefined || token === undefined) {
    return { isRevoked: false, link: toRevokeLink(host, found) };
  }
  const door = await deps.clients.openDoor(host);
  const { clientSecret } = secrets;
  await revokeUserToken({ ...door, clientId: registration.clientId, clientSecret }, token);
  return { isRevoked: true, link: undefined };
}

/**
 * Revokes what only this connection uses, and uninstalls its Apps where that is wanted, the one by which it reads and the
 * one by which it acts. True where all of it is revoked now, and there was something.
 */
export async function revokeCredentialsOf(
  deps: RevokeDependencies,
  { connectionId, uninstallsApp }: { readonly connectionId: number; readonly uninstallsApp: boolean },
): Promise<boolean> {
  const own = await loadOwnCredentials(deps.database, connectionId);
  const revoked: boolean[] = [];
  for (const credentialId of own) {
    const isUninstalled = uninstallsApp && (await deps.clients.uninstall(credentialId));
    revoked.push(isUninstalled || (await revokeCredential(deps, credentialId)).isRevoked);
  }
  // One that is installed and may do nothing has no credential here.
  if (uninstallsApp && (await deps.clients.uninstallActing(connectionId))) revoked.push(true);
  return revoked.length > 0 && revoked.every(Boolean);
}

/** Pages of GitHub's where the owner of a credential ends it. */
const revokePaths: Readonly<Record<Exclude<CredentialKind, 'app-installation'>, string>> = {
  'classic-token': '/settings/tokens',
  'fine-grained-token': '/settings/personal-access-tokens',
  'other-token': '/settings/tokens',
  'oauth-token': '/settings/applications',
};

interface Ended {
  readonly kind: CredentialKind;
  /** On which an App is installed. */
  readonly organisation?: string;
}

export function toRevokeLink(
  { kind: hostKind, baseUrl }: { readonly kind: HostKind; readonly baseUrl: string },
  { kind, organisation }: Ended,
): string | undefined {
  if (hostKind === 'demo') return undefined;
  if (kind !== 'app-installation') return `${baseUrl}${revokePaths[kind]}`;
  return organisation === undefined
    ? undefined
    : `${baseUrl}/organizations/${encodeURIComponent(organisation)}/settings/installations`;
}
