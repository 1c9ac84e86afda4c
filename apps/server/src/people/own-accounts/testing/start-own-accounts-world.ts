import { beginOwnAccount, connectOwnAccount } from '@throughline/contract';
import { craftRepository, startEmulator } from '@throughline/github-emulator';
import { afterAll } from 'vitest';
import { ownAccountRoutes } from '../../../github-access/index.ts';
import {
  listTestRoutes,
  openAccessDependencies,
} from '../../../github-access/testing/access-dependencies.ts';
import { registerApp } from '../../../github-access/testing/register-app.ts';
import { visitGitHub } from '../../../github-access/testing/visit-github.ts';
import { startTestApi, type TestClient } from '../../../http/testing/index.ts';
import { testDatabase } from '../../../platform/sql/testing/index.ts';
import { accountLinkRoutes, claimAccount, ownPersonRoutes, personRoutes } from '../../index.ts';

/** An emulated GitHub with some people, an app of ours registered there, and the API that knows of people. */
export async function startOwnAccountsWorld(kind: 'github-app' | 'oauth-app') {
  const database = await testDatabase();
  const emulator = await startEmulator({
    shape: 'enterprise-server',
    sources: [
      craftRepository({
        fullName: 'acme/api',
        members: ['ada', 'bob', 'cai', 'dan', 'eve', 'fay', 'gus', 'hal', 'ida', 'jan', 'kay'],
        admins: ['ada'],
        pulls: 1,
      }),
    ],
  });
  const deps = openAccessDependencies(database, { loopbackOrigins: [emulator.origin] });
  const api = await startTestApi({
    database,
    routes: () => [
      ...listTestRoutes(deps),
      ...ownAccountRoutes({ ...deps, claimAccount }),
      ...personRoutes(deps),
      ...ownPersonRoutes(deps),
      ...accountLinkRoutes(deps),
    ],
  });
  afterAll(async () => {
    await deps.close();
    await emulator.close();
  });
  const { host, registrationId } = await registerApp(deps, emulator, {
    kind,
    callbackUrl: `${api.origin}/github/return`,
  });

  /** Goes to GitHub as that login and comes back with a code. */
  const leave = async (client: TestClient, login: string) => {
    const { url } = await client.call(beginOwnAccount, { body: { hostId: host.hostId } });
    return toReturned(await (await visitGitHub(emulator.origin, login)).authorise(url));
  };
  return {
    api,
    database,
    emulator,
    deps,
    host,
    registrationId,
    leave,
    connect: async (client: TestClient, login: string) =>
      client.call(connectOwnAccount, { body: await leave(client, login) }),
  };
}

export const toReturned = (query: URLSearchParams) => ({
  state: query.get('state') ?? '',
  code: query.get('code') ?? '',
});
