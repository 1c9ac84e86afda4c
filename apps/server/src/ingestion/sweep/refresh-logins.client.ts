import { type GitHubClient, readAccounts } from '@throughline/github';
import { upsertAccounts } from '../../people/index.ts';
import type { ReadingDependencies } from '../dependencies.ts';
import { loadTakenLogins } from './taken-logins.sql.ts';

/**
 * Asks what accounts are called today whose login a stranger has taken: nothing they did long ago is read again, and
 * would go on under a name that is somebody else's. A point, and none where there are none.
 */
export async function refreshLogins(
  { database }: Pick<ReadingDependencies, 'database'>,
  client: GitHubClient,
  connectionId: number,
): Promise<void> {
  const found = await loadTakenLogins(database, connectionId);
  const [first] = found;
  if (first === undefined) return;
  const { accounts, observedAt } = await readAccounts(
    client,
    found.map(({ nodeId }) => nodeId),
  );
  await database.transaction((tx) =>
    upsertAccounts(
      tx,
      first.hostId,
      accounts.map((account) => ({ ...account, observedAt })),
    ),
  );
}
