import { type AppClient, createAppClient, type HostDoor } from '@throughline/github';
import { AppError } from '../../platform/errors/index.ts';
import type { SecretMask } from '../../platform/logging/index.ts';
import type { SecretBox } from '../../platform/secrets/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import {
  findRegistration,
  loadRegistrationSecrets,
  type Registration,
} from '../credentials/registrations.sql.ts';
import { findHost, type Host, type NewHost } from '../hosts/hosts.sql.ts';
import { withMasked } from '../with-masked.ts';

/** What reaches an App as itself. */
export interface AppDependencies {
  readonly database: Sql;
  readonly secretBox: SecretBox;
  readonly secretMask: SecretMask;
  readonly clients: { readonly openDoor: (host: NewHost) => Promise<HostDoor> };
}

/** A GitHub App that is registered here. */
export type RegisteredApp = Registration & { readonly app: NonNullable<Registration['app']> };

/** A GitHub App with its host. Throws `not-found` when it was taken away, or is an OAuth app. */
export async function getApp(
  { database }: Pick<AppDependencies, 'database'>,
  registrationId: number,
): Promise<{ readonly host: Host; readonly registration: RegisteredApp }> {
  const registration = await findRegistration(database, registrationId);
  const host = registration && (await findHost(database, registration.hostId));
  const app = registration?.app;
  if (registration === undefined || app === undefined || host === undefined) {
    throw notRegistered();
  }
  return { host, registration: { ...registration, app } };
}

/** The same, of an App to read by. Throws `not-found` for one that acts: nothing is read with rights to write. */
export async function getReadingApp(deps: Pick<AppDependencies, 'database'>, registrationId: number) {
  const opened = await getApp(deps, registrationId);
  if (opened.registration.purpose !== 'read') throw notRegistered();
  return opened;
}

const notRegistered = (): AppError =>
  new AppError('not-found', 'This app is no longer registered here. Choose another, or add it again.');

/** Speaks with a host as an App, whose key is in hand and masked until the work is done. */
export async function asApp<Answer>(
  deps: AppDependencies,
  { host, registration }: { readonly host: Host; readonly registration: RegisteredApp },
  work: (client: AppClient) => Promise<Answer>,
): Promise<Answer> {
  const secrets = await loadRegistrationSecrets(deps.database, deps.secretBox, registration.registrationId);
  const privateKey = secrets?.privateKey;
  if (privateKey === undefined) {
    throw notRegistered();
  }
  return withMasked(deps, [privateKey], async () => {
    const door = await deps.clients.openDoor(host);
    return work(createAppClient(door, { issuer: String(registration.app.githubAppId), privateKey }));
  });
}
