import { createPerson, getPerson, linkAccount } from '@throughline/contract';
import type { RouteHandler } from '../../access/index.ts';
import { listTestRoutes, openAccessDependencies } from '../../github-access/testing/access-dependencies.ts';
import { startTestApi } from '../../http/testing/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { accountLinkRoutes, personRoutes, upsertAccounts } from '../index.ts';

interface SeenAccount {
  readonly githubId: number;
  readonly accountId: number;
}

/**
 * People and accounts of github.com without a GitHub: an administrator, what they do to people over the API, and accounts
 * as reading them would have brought them.
 */
export async function startPeopleWorld(
  listFurther: (deps: ReturnType<typeof openAccessDependencies>) => readonly RouteHandler[],
) {
  const database = await testDatabase();
  const deps = openAccessDependencies(database, { loopbackOrigins: [] });
  const api = await startTestApi({
    database,
    routes: () => [
      ...listTestRoutes(deps),
      ...personRoutes(deps),
      ...accountLinkRoutes(deps),
      ...listFurther(deps),
    ],
  });
  const administrator = await api.signIn('administrator');
  const [host] = await database.query<{ hostId: number }>(
    `insert into host (kind, base_url, name)
     values ('github.com', 'https://github.com', 'github.com')
     returning host_id as "hostId"`,
  );
  const hostId = host!.hostId;
  let githubId = 0;
  return {
    database,
    api,
    administrator,
    hostId,
    addAccount: async (login: string, kind: 'User' | 'Bot' = 'User'): Promise<SeenAccount> => {
      githubId += 1;
      const ids = await upsertAccounts(database, hostId, [
        { githubId, login, kind, observedAt: new Date('2026-11-01') },
      ]);
      return { githubId, accountId: ids.get(githubId)! };
    },
    addPerson: (name: string, email?: string) =>
      administrator.call(createPerson, { body: email === undefined ? { name } : { name, email } }),
    loadPerson: (slug: string) => administrator.call(getPerson, { params: { slug } }),
    link: (slug: string, { githubId: of }: { readonly githubId: number }, dates = {}) =>
      administrator.call(linkAccount, { params: { slug }, body: { hostId, githubId: of, ...dates } }),
    /** Whose an account was at an instant. */
    loadOwner: async (accountId: number, at: string): Promise<string | undefined> => {
      const [owner] = await database.query<{ slug: string }>(
        `select slug
         from v_account_person
         where account_id = $1::bigint
           and $2::timestamptz >= from_at
           and $2::timestamptz < until_at`,
        [accountId, at],
      );
      return owner?.slug;
    },
    /** How often it became somebody else's. */
    countChanges: async (accountId: number): Promise<number> => {
      const rows = await database.query('select from people_change where account_id = $1::bigint', [
        accountId,
      ]);
      return rows.length;
    },
  };
}
