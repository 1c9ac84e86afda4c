import { listOrganisationMembers } from '@throughline/github';
import { asking, type ClientPool } from '../github-access/index.ts';
import { upsertAccounts } from '../people/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Database } from '../platform/sql/index.ts';
import { getConnectionNamed } from './members.sql.ts';

export interface MemberDependencies {
  readonly database: Database;
  readonly clients: ClientPool;
  readonly clock: Clock;
}

/** The members of a connection's organisation as GitHub lists them now, each stored as an account; our ids, by login. */
export async function fetchMembers(
  { database, clients, clock }: MemberDependencies,
  connectionName: string,
  signal: AbortSignal,
): Promise<{ readonly organisation: string; readonly accountIds: readonly number[] }> {
  const { connectionId, hostId } = await getConnectionNamed(database, connectionName);
  const { client, connection } = await clients.forConnection(connectionId, 'person', signal);
  const members = await asking(() =>
    Array.fromAsync(listOrganisationMembers(client, connection.organisation)),
  );
  const observedAt = clock.now();
  const ids = await upsertAccounts(
    database,
    hostId,
    members.map((member) => ({ ...member, observedAt })),
  );
  return { organisation: connection.organisation, accountIds: [...ids.values()] };
}
