import { listOrganisationTeams, type OrganisationTeams, type QuotaLane } from '@throughline/github';
import { asking, membersOff } from '../../github-access/index.ts';
import type { AccountDependencies } from '../dependencies.ts';

/** A connection's organisation with its teams, as GitHub shows them now. */
export interface TeamsRead {
  readonly read: OrganisationTeams;
  readonly hostId: number;
  readonly organisationId: number;
  readonly organisation: string;
}

/** Reads the teams of a connection's organisation. Throws an `AppError` with the reason when GitHub shows none. */
export async function readTeams(
  { clients }: Pick<AccountDependencies, 'clients'>,
  connectionId: number,
  { lane, signal }: { readonly lane: QuotaLane; readonly signal?: AbortSignal },
): Promise<TeamsRead> {
  const { client, connection } = await clients.forConnection(connectionId, lane, signal);
  if (!connection.data.includes('members')) throw membersOff(connection.organisation);
  const read = await asking(() => listOrganisationTeams(client, connection.organisation));
  const { organisation, organisationId, host } = connection;
  return { read, organisation, organisationId, hostId: host.hostId };
}
