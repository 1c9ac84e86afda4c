import {
  beginSignOn,
  type SignOnIntent,
  type SignOnSettings,
  saveSignOnProvider,
  signOn,
} from '@throughline/contract';
import { afterAll, beforeEach } from 'vitest';
import { startTestApi, type TestClient } from '../../http/testing/index.ts';
import { createEgress } from '../../platform/egress/index.ts';
import { createSecretBox, parseKeyRing } from '../../platform/secrets/index.ts';
import { accessRoutes } from '../access.routes.ts';
import { signInRoutes } from '../oidc/sign-in-settings.routes.ts';
import { startProvider } from './start-provider.ts';

/** The API with single sign-on by a provider of its own, set up anew before each test, and an administrator. */
export async function startSignOnWorld() {
  const provider = await startProvider();
  const egress = createEgress({ allow: { loopbackOrigins: [provider.issuer] } });
  const key = {
    id: 'test',
    key: Buffer.alloc(32, 7).toString('base64url'),
    createdAt: new Date().toISOString(),
  };
  const secretBox = createSecretBox(parseKeyRing(JSON.stringify({ version: 1, keys: [key] }))!);
  const api = await startTestApi({
    routes: ({ database }) => [
      ...accessRoutes({ database, personOf: () => Promise.resolve(new Map()) }),
      ...signInRoutes({ database, egress, secretBox, loopbackOrigins: [provider.issuer] }),
    ],
  });
  const { database } = api;
  const administrator = await api.signIn('administrator');
  afterAll(async () => {
    await egress.close();
    await provider.close();
  });

  const settings: SignOnSettings = {
    name: 'Example',
    issuer: provider.issuer,
    clientId: provider.clientId,
    scopes: ['profile', 'email'],
    administratorGroups: ['owners'],
    managerGroups: ['leads'],
    memberGroups: ['staff'],
    ungrouped: 'refused',
    openDomains: [],
    isPrivateAllowed: false,
  };
  const { clientSecret } = provider;
  const save = (more: Partial<SignOnSettings> = {}) =>
    administrator.call(saveSignOnProvider, { body: { ...settings, ...more, clientSecret } });

  let count = 0;
  /** Somebody whom the provider knows. */
  function introduce(claims: Readonly<Record<string, unknown>> = {}): string {
    count += 1;
    const name = `user-${count}`;
    const email = `${name}@example.com`;
    provider.users.set(name, {
      sub: `subject-${count}`,
      claims: { name, email, email_verified: true, ...claims },
    });
    return name;
  }

  const leave = (client: TestClient, intent: SignOnIntent = 'sign-in', invitation?: string) =>
    client.call(beginSignOn, { body: { intent, ...(invitation === undefined ? {} : { invitation }) } });

  async function goThrough(client: TestClient, user: string, intent?: SignOnIntent, invitation?: string) {
    const { url } = await leave(client, intent, invitation);
    const query = await provider.signIn(url, user);
    return client.call(signOn, { body: toBody(query) });
  }

  const whoIs = async (client: TestClient) => (await client.reload()).user;
  const visitAs = async (user: string) => {
    const client = await api.visit();
    await goThrough(client, user);
    await client.reload();
    return client;
  };

  beforeEach(async () => {
    provider.fault = undefined;
    await save();
  });

  return {
    provider,
    settings,
    clientSecret,
    save,
    introduce,
    leave,
    goThrough,
    whoIs,
    visitAs,
    database,
    administrator,
    api,
  };
}

export const toBody = (query: URLSearchParams) => ({
  state: query.get('state') ?? '',
  code: query.get('code') ?? '',
  iss: query.get('iss') ?? '',
});
