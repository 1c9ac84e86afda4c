import {
  ApiFailure,
  addOauthApp,
  beginOauth,
  finishOauth,
  type Role,
  signIn,
  type TokenReport,
} from '@throughline/contract';
import { craftRepository, type RunningEmulator, startEmulator } from '@throughline/github-emulator';
import { type TestUser, testPassword } from '../../../access/testing/test-users.ts';
import { startTestApi, type TestApi, type TestClient } from '../../../http/testing/index.ts';
import { type TestDatabase, testDatabase } from '../../../platform/sql/testing/index.ts';
import { listTestRoutes, openAccessDependencies } from '../../testing/access-dependencies.ts';
import { visitGitHub } from '../../testing/visit-github.ts';

/** One way in which a sign-in can be attacked or go wrong. */
export interface SignInCase {
  readonly name: string;
  /** The code that it is refused with; `done`: it is no attack. */
  readonly ends: string;
  readonly attempt: (world: SignInWorld) => Promise<unknown>;
}

export interface Back {
  readonly state: string;
  readonly code: string;
}

export interface Person {
  readonly user: TestUser;
  readonly client: TestClient;
}

/** A server, a GitHub, and people with browsers. */
export interface SignInWorld {
  readonly api: TestApi;
  readonly database: TestDatabase;
  readonly github: RunningEmulator;
  /** Our ids of two OAuth apps registered here. */
  readonly apps: readonly [number, number];
  /** A new user, signed in in a browser of their own. */
  person(role?: Role): Promise<Person>;
  /** Signs a user in by password, in this browser or a new one. */
  enter(user: TestUser, client?: TestClient): Promise<TestClient>;
  begin(client: TestClient, registrationId?: number): Promise<URL>;
  /** Consents at GitHub as that account, and answers what leads back. */
  consent(url: URL, login?: string): Promise<Back>;
  /** Begins, and consents at GitHub. */
  goAndComeBack(client: TestClient): Promise<Back>;
  finish(client: TestClient, back: Partial<Back>): Promise<TokenReport>;
  /** Sends a request as it is; resolves or fails as a call does. */
  send(client: TestClient, path: string, init: RequestInit): Promise<unknown>;
}

const toApp = (name: string, clientId: string) => ({
  name,
  clientId,
  clientSecret: name.padEnd(40, 'x'),
  callbackUrls: ['http://127.0.0.1/github/return'],
});
const first = toApp('first', 'Ov23liFirstFirstFirs');
const second = toApp('second', 'Ov23liSecondSecondSe');

/** Everything is real; `close` ends it. */
export async function startSignInWorld(): Promise<SignInWorld & { readonly close: () => Promise<void> }> {
  const database = await testDatabase();
  const github = await startEmulator({
    shape: 'enterprise-server',
    sources: [craftRepository({ fullName: 'acme/api', members: ['kim', 'robin', 'mallory'], pulls: 1 })],
    oauthApps: [first, second],
    tokens: [],
  });
  const deps = openAccessDependencies(database, { loopbackOrigins: [github.origin] });
  const api = await startTestApi({ database, routes: () => listTestRoutes(deps) });
  const apps = await registerApps(api, github);

  const enter = async (user: TestUser, client?: TestClient): Promise<TestClient> => {
    const browser = client ?? (await api.visit());
    await browser.call(signIn, { body: { email: user.email, password: testPassword } });
    return browser;
  };
  const begin = async (client: TestClient, registrationId = apps[0]): Promise<URL> =>
    new URL((await client.call(beginOauth, { params: { registrationId }, body: {} })).url);
  const consent = async (url: URL, login = 'kim'): Promise<Back> => {
    const back = await (await visitGitHub(github.origin, login)).authorise(url.href);
    return { state: back.get('state') ?? '', code: back.get('code') ?? '' };
  };
  return {
    api,
    database,
    github,
    apps,
    enter,
    begin,
    consent,
    person: async (role = 'administrator') => {
      const client = await api.signIn(role);
      return { user: client.user, client };
    },
    goAndComeBack: async (client) => consent(await begin(client)),
    // as: what is missing is the case
    finish: (client, back) => client.call(finishOauth, { body: back as Back }),
    send: async (client, path, init) => {
      const response = await client.fetch(path, init);
      const body: unknown = await response.json();
      // as: every refusal has this shape
      if (!response.ok) throw new ApiFailure(response.status, body as ApiFailure['failure']);
      return body;
    },
    close: async () => {
      await deps.close();
      await github.close();
    },
  };
}

async function registerApps(api: TestApi, github: RunningEmulator): Promise<readonly [number, number]> {
  const administrator = await api.signIn('administrator');
  const register = async ({ clientId, clientSecret }: typeof first): Promise<number> => {
    const body = { host: { address: github.origin }, clientId, clientSecret };
    return (await administrator.call(addOauthApp, { body })).registrationId;
  };
  return [await register(first), await register(second)];
}
