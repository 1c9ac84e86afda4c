import { createConnection, createPerson, testToken } from '@throughline/contract';
import { craftRepository, startEmulator } from '@throughline/github-emulator';
import { listTestRoutes, openAccessDependencies } from '../../github-access/testing/access-dependencies.ts';
import { startTestApi } from '../../http/testing/index.ts';
import {
  accountLinkRoutes,
  noteAccountEmails,
  personActRoutes,
  personRoutes,
  robotRoutes,
  upsertAccounts,
} from '../../people/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { identityRoutes } from '../index.ts';

interface AccountSeen {
  readonly name?: string;
  readonly emails?: readonly string[];
  readonly host?: number;
}

/** An organisation of an emulated host, connected, besides github.com; accounts come as reading would have brought them. */
export async function startIdentityWorld() {
  const database = await testDatabase();
  const emulator = await startEmulator({
    shape: 'enterprise-server',
    sources: [
      craftRepository({
        fullName: 'acme/api',
        members: ['ada', 'bob', 'renovate-bot'],
        admins: ['ada'],
        accounts: [
          { login: 'ada', name: 'Ada Novak' },
          { login: 'bob', verifiedEmails: ['Bob@acme.com'] },
        ],
      }),
    ],
    tokens: [{ kind: 'classic', value: 'ghp_ada', login: 'ada', scopes: ['repo', 'read:org', 'user:email'] }],
  });
  const deps = openAccessDependencies(database, { loopbackOrigins: [emulator.origin] });
  const api = await startTestApi({
    database,
    routes: () => [
      ...listTestRoutes(deps),
      ...personRoutes(deps),
      ...accountLinkRoutes(deps),
      ...personActRoutes(deps),
      ...robotRoutes(deps),
      ...identityRoutes({ ...deps, loadVisibleIds: async () => [] }),
    ],
  });
  const administrator = await api.signIn('administrator');
  const { credentialId, hostId } = await administrator.call(testToken, {
    body: { host: { address: emulator.origin }, token: 'ghp_ada' },
  });
  await administrator.call(createConnection, {
    body: { credentialId, organisation: 'acme', name: 'acme', repositoryChoice: 'all' },
  });
  const [other] = await database.query<{ hostId: number }>(
    `insert into host (kind, base_url, name)
     values ('github.com', 'https://github.com', 'github.com')
     returning host_id as "hostId"`,
  );
  let lastGithubId = 5_000;
  return {
    database,
    emulator,
    api,
    administrator,
    hostId,
    otherHostId: other!.hostId,
    addAccount: async (
      login: string,
      { name, emails = [], host = hostId }: AccountSeen = {},
    ): Promise<number> => {
      lastGithubId += 1;
      const ids = await upsertAccounts(database, host, [
        { githubId: lastGithubId, login, name, kind: 'User', observedAt: new Date('2026-11-01') },
      ]);
      const accountId = ids.get(lastGithubId)!;
      await noteAccountEmails(
        database,
        emails.map((email) => ({ accountId, email, seenAt: new Date('2026-11-01') })),
      );
      return accountId;
    },
    addPerson: (name: string, email?: string) =>
      administrator.call(createPerson, { body: email === undefined ? { name } : { name, email } }),
    close: async (): Promise<void> => {
      await deps.close();
      await emulator.close();
    },
  };
}
