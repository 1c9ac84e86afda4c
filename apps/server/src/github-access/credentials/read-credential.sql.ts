import type { ReadData } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import { switchedOn } from '../connection/data-switches.sql.ts';
import { type Host, type HostRow, hostColumns, toHost } from '../hosts/hosts.sql.ts';

/** A connection as its reader needs it: which organisation, on which host, with which credential. */
export interface ReadCredential {
  readonly connectionId: number;
  readonly organisationId: number;
  /** The organisation's login as last seen. */
  readonly organisation: string;
  readonly host: Host;
  readonly credentialId: number;
  readonly bucketOwner: string;
  /** What is read of it. */
  readonly data: readonly ReadData[];
  /** `some`: repositories were chosen by name. */
  readonly repositoryChoice: 'all' | 'some';
}

interface ReadCredentialRow extends HostRow {
  readonly connection_id: number;
  readonly organisation_id: number;
  readonly organisation: string;
  readonly credential_id: number;
  readonly bucket_owner: string;
  readonly data: readonly ReadData[];
  readonly repository_choice: 'all' | 'some';
}

const selectText = `
  select
    connection.connection_id,
    organisation.organisation_id,
    organisation.login as organisation,
    credential.credential_id,
    credential.bucket_owner,
    connection.repository_choice,
    ${switchedOn} as data,
    ${hostColumns}
  from connection
  join organisation on organisation.organisation_id = connection.organisation_id
  join host on host.host_id = organisation.host_id
  join connection_credential
    on connection_credential.connection_id = connection.connection_id
    and connection_credential.role = 'read'
  join credential on credential.credential_id = connection_credential.credential_id
  where connection.state in ('active', 'needs-attention')`;

export async function findReadCredential(
  sql: Sql,
  connectionId: number,
): Promise<ReadCredential | undefined> {
  const rows = await sql.query<ReadCredentialRow>(`${selectText} and connection.connection_id = $1::bigint`, [
    connectionId,
  ]);
  return rows.map(toReadCredential)[0];
}

/** Of the connections on a host, one that works: a connection that needs attention is asked last. */
export async function findReadCredentialOfHost(
  sql: Sql,
  hostId: number,
): Promise<ReadCredential | undefined> {
  const rows = await sql.query<ReadCredentialRow>(
    `${selectText}
     and host.host_id = $1::bigint
     order by connection.state = 'needs-attention', connection.connection_id
     limit 1`,
    [hostId],
  );
  return rows.map(toReadCredential)[0];
}

const toReadCredential = (row: ReadCredentialRow): ReadCredential => ({
  connectionId: row.connection_id,
  organisationId: row.organisation_id,
  organisation: row.organisation,
  host: toHost(row),
  credentialId: row.credential_id,
  bucketOwner: row.bucket_owner,
  data: row.data,
  repositoryChoice: row.repository_choice,
});
