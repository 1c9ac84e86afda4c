import type { startEmulator } from '@throughline/github-emulator';
import type { SecretBox } from '../../platform/secrets/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { type RegistrationKind, storeRegistration } from '../credentials/registrations.sql.ts';
import { type Host, upsertHost } from '../hosts/hosts.sql.ts';

type Emulator = Awaited<ReturnType<typeof startEmulator>>;

interface Registered {
  readonly kind: RegistrationKind;
  readonly callbackUrl: string;
}

/** Registers an app of ours at an emulated Enterprise Server, and here. */
export async function registerApp(
  { database, secretBox }: { readonly database: Sql; readonly secretBox: SecretBox },
  emulator: Emulator,
  { kind, callbackUrl }: Registered,
): Promise<{ readonly host: Host; readonly registrationId: number }> {
  const host = await upsertHost(database, {
    kind: 'enterprise-server',
    baseUrl: emulator.origin,
    name: new URL(emulator.origin).host,
    caCertificate: undefined,
    isPrivateAllowed: false,
  });
  const registrationId = await storeRegistration(database, secretBox, {
    ...register(emulator, kind, callbackUrl),
    hostId: host.hostId,
    kind,
    ownerLogin: undefined,
    madeHow: 'by-hand',
    createdBy: undefined,
  });
  return { host, registrationId };
}

function register({ control }: Emulator, kind: RegistrationKind, callbackUrl: string) {
  const name = 'Throughline Test';
  if (kind === 'oauth-app') {
    const { clientId, clientSecret } = control.addOauthApp({ name, callbackUrls: [callbackUrl] });
    const secrets = { clientSecret, privateKey: undefined, webhookSecret: undefined };
    return { name, clientId, secrets, app: undefined };
  }
  const permissions = { metadata: 'read', pull_requests: 'read' } as const;
  const made = control.addApp({
    name,
    owner: 'acme',
    permissions,
    callbackUrls: [callbackUrl],
    installations: [{ account: 'acme', repositories: ['api'] }],
  });
  return {
    name,
    clientId: made.clientId,
    secrets: {
      clientSecret: made.clientSecret,
      privateKey: made.privateKeyPem ?? 'a key',
      webhookSecret: undefined,
    },
    app: { githubAppId: made.id, slug: made.slug, permissions },
  };
}
