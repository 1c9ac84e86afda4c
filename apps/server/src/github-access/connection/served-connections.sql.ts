import type { ReadData } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import { switchedOn } from './data-switches.sql.ts';

/** A connection that a credential reads for. */
export interface ServedConnection {
  readonly connectionId: number;
  readonly name: string;
  readonly organisation: string;
  /** GitHub's id of the organisation. */
  readonly githubId: number;
  readonly hostId: number;
  readonly hostName: string;
  readonly data: readonly ReadData[];
  /** The one it reads with; none where it was wiped. */
  readonly credentialId: number | null;
}

const selectServed = `
  select
    connection.connection_id as "connectionId",
    connection.name,
    organisation.login as organisation,
    organisation.github_id as "githubId",
    organisation.host_id as "hostId",
    host.name as "hostName",
    read_use.credential_id as "credentialId",
    ${switchedOn} as data
  from connection
  join organisation on organisation.organisation_id = connection.organisation_id
  join host on host.host_id = organisation.host_id
  left join connection_credential as read_use
    on read_use.connection_id = connection.connection_id
    and read_use.role = 'read'
  where connection.state in ('active', 'needs-attention')`;

/** A connection and the others that read with the same credential, that one first. Empty where it is not there. */
export const loadServedTogether = (sql: Sql, connectionId: number): Promise<readonly ServedConnection[]> =>
  sql.query<ServedConnection & Record<string, unknown>>(
    `${selectServed}
       and (connection.connection_id = $1::bigint
         or read_use.credential_id = (
           select credential_id
           from connection_credential
           where connection_id = $1::bigint
             and role = 'read'))
     order by connection.connection_id <> $1::bigint, connection.name`,
    [connectionId],
  );
