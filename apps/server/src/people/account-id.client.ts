import { readAccount } from '@throughline/github';
import { asking } from '../github-access/index.ts';
import { notFound } from '../platform/errors/index.ts';
import { loadSeenAccounts } from './account-search.sql.ts';
import { storeAccounts } from './accounts.sql.ts';
import type { AccountDependencies } from './dependencies.ts';

/** Our id of a GitHub account that is to be linked; one that was never seen here is asked for at GitHub, by id, and stored. */
export async function findAccountId(
  { database, clients, clock }: AccountDependencies,
  hostId: number,
  githubId: number,
): Promise<number> {
  const [seen] = await loadSeenAccounts(database, [{ account: { hostId, githubId } }]);
  if (seen?.account.accountId !== undefined) return seen.account.accountId;
  const client = await clients.forHost(hostId, 'person');
  const account = client === undefined ? undefined : await asking(() => readAccount(client, githubId));
  if (account === undefined) throw notFound();
  const { ids } = await storeAccounts(database, hostId, [{ ...account, observedAt: clock.now() }]);
  const accountId = ids.get(githubId);
  if (accountId === undefined) throw new Error('An upsert of an account returned no id.');
  return accountId;
}
