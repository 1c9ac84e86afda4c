import { listOrganisationMembers } from '@throughline/github';
import { asking, type ClientPool, membersOff } from '../github-access/index.ts';
import { replaceVerifiedEmails, upsertAccounts } from '../people/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Database } from '../platform/sql/index.ts';
import { getConnectionNamed } from './members.sql.ts';

export interface MemberDependencies {
  readonly database: Database;
  readonly clients: ClientPool;
  readonly clock: Clock;
}

/**
 * The members of a connection's organisation as GitHub lists them now, each stored as an account; our ids, by login. Their
 * verified addresses come with them where GitHub tells the connection; where it does not, those it told before stay.
 */
export async function fetchMembers(
  { database, clients, clock }: MemberDependencies,
  connectionName: string,
  signal: AbortSignal,
): Promise<{
  readonly organisation: string;
  readonly accountIds: readonly number[];
  readonly verifiedEmails?: number;
}> {
  const { connectionId, hostId } = await getConnectionNamed(database, connectionName);
  const { client, connection } = await clients.forConnection(connectionId, 'person', signal);
  if (!connection.data.includes('members')) throw membersOff(connection.organisation);
  const members = await asking(() =>
    Array.fromAsync(listOrganisationMembers(client, connection.organisation, { withEmails: true })),
  );
  const observedAt = clock.now();
  return database.transaction(async (tx) => {
    const ids = await upsertAccounts(
      tx,
      hostId,
      members.map((member) => ({ ...member, observedAt })),
    );
    const told = members.flatMap(({ githubId, verifiedEmails: emails }) => {
      const accountId = ids.get(githubId);
      return emails === undefined || accountId === undefined ? [] : [{ accountId, emails }];
    });
    const answer = { organisation: connection.organisation, accountIds: [...ids.values()] };
    // Who sees no member sees no address either, and takes none away.
    if (told.length === 0 || told.length < members.length) return answer;
    await replaceVerifiedEmails(tx, connectionId, told, observedAt);
    return { ...answer, verifiedEmails: told.flatMap(({ emails }) => emails).length };
  });
}
