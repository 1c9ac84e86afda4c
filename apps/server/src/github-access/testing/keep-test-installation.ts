import type { GithubApp } from '@throughline/github-emulator';
import { keepInstallations } from '../apps/installation-credentials.sql.ts';
import { storeRegistration } from '../credentials/registrations.sql.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { upsertHost } from '../hosts/hosts.sql.ts';

interface Installed {
  /** Of the emulator. */
  readonly origin: string;
  readonly app: GithubApp;
  readonly installationId: number;
  readonly organisation: { readonly githubId: number; readonly login: string };
  readonly createdBy: number;
}

/** Stores an emulated App and one installation of it, as listing them does. Returns the credential's id. */
export async function keepTestInstallation(
  { database, secretBox }: Pick<AccessDependencies, 'database' | 'secretBox'>,
  { origin, app, installationId, organisation, createdBy }: Installed,
): Promise<number> {
  return database.transaction(async (tx) => {
    const { hostId } = await upsertHost(tx, {
      kind: 'enterprise-server',
      baseUrl: origin,
      name: new URL(origin).host,
      caCertificate: undefined,
      isPrivateAllowed: false,
    });
    const registrationId = await storeRegistration(tx, secretBox, {
      hostId,
      kind: 'github-app',
      clientId: app.clientId,
      name: app.name,
      app: { githubAppId: app.id, slug: app.slug, permissions: app.permissions },
      ownerLogin: app.owner,
      madeHow: 'by-hand',
      createdBy,
      secrets: {
        clientSecret: app.clientSecret,
        privateKey: app.privateKeyPem,
        webhookSecret: app.webhookSecret,
      },
    });
    const kept = await keepInstallations(tx, { hostId, registrationId, appName: app.name, createdBy }, [
      { installationId, permissions: app.permissions, organisation: { ...organisation, role: 'none' } },
    ]);
    const credentialId = kept.get(installationId);
    if (credentialId === undefined) throw new Error('The installation was not kept.');
    return credentialId;
  });
}
