import type { ConnectionSummary, CredentialKind, HostKind, ReadData } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import { switchedOn } from './data-switches.sql.ts';

interface ConnectionRow {
  readonly connection_id: number;
  readonly name: string;
  readonly organisation: string;
  readonly host_id: number;
  readonly host_name: string;
  readonly host_kind: HostKind;
  readonly host_version: string | null;
  readonly base_url: string;
  readonly state: 'active' | 'needs-attention' | 'disconnecting';
  readonly paused_at: Date | null;
  readonly attention_code: string | null;
  readonly attention_text: string | null;
  readonly attention_link: string | null;
  readonly repository_choice: 'all' | 'some';
  readonly includes_archived: boolean;
  readonly includes_forks: boolean;
  readonly data: readonly ReadData[];
  readonly login: string | null;
  readonly credential_kind: CredentialKind | null;
  readonly ends_at: Date | null;
  readonly checked_at: Date | null;
  readonly created_at: Date;
  readonly step: 'revoke' | 'wipe' | 'data' | 'end' | null;
  readonly removes_data: boolean | null;
  readonly began_at: Date | null;
  readonly problem: string | null;
  readonly try_again_at: Date | null;
}

const selectConnections = `
  select
    connection.connection_id,
    connection.name,
    organisation.login as organisation,
    host.host_id,
    host.name as host_name,
    host.kind as host_kind,
    host.version as host_version,
    host.base_url,
    connection.state,
    connection.paused_at,
    connection.attention_code,
    connection.attention_text,
    connection.attention_link,
    connection.repository_choice,
    connection.includes_archived,
    connection.includes_forks,
    ${switchedOn} as data,
    credential.login,
    credential.kind as credential_kind,
    credential.ends_at,
    credential.checked_at,
    connection.created_at,
    disconnection.step,
    disconnection.removes_data,
    disconnection.began_at,
    disconnection.problem,
    disconnection.try_again_at
  from connection
  join organisation on organisation.organisation_id = connection.organisation_id
  join host on host.host_id = organisation.host_id
  left join connection_credential
    on connection_credential.connection_id = connection.connection_id
    and connection_credential.role = 'read'
  left join credential on credential.credential_id = connection_credential.credential_id
  left join disconnection on disconnection.connection_id = connection.connection_id
  where connection.state <> 'disconnected'`;

/** Every connection, by name. */
export async function loadConnections(sql: Sql): Promise<readonly ConnectionSummary[]> {
  const rows = await sql.query<ConnectionRow>(`${selectConnections} order by connection.name`);
  return rows.map(toSummary);
}

export async function findConnection(sql: Sql, connectionId: number): Promise<ConnectionSummary | undefined> {
  const rows = await sql.query<ConnectionRow>(
    `${selectConnections} and connection.connection_id = $1::bigint`,
    [connectionId],
  );
  return rows.map(toSummary)[0];
}

/** Which organisations of a host are connected already, by GitHub id, and under which name. */
export async function loadConnectedOrganisations(
  sql: Sql,
  hostId: number,
): Promise<ReadonlyMap<number, string>> {
  const rows = await sql.query<{ github_id: number; name: string }>(
    `select organisation.github_id, connection.name
     from connection
     join organisation on organisation.organisation_id = connection.organisation_id
     where organisation.host_id = $1::bigint
       and connection.state <> 'disconnected'`,
    [hostId],
  );
  return new Map(rows.map((row) => [row.github_id, row.name]));
}

function toSummary(row: ConnectionRow): ConnectionSummary {
  return {
    connectionId: row.connection_id,
    name: row.name,
    organisation: row.organisation,
    host: {
      name: row.host_name,
      kind: row.host_kind,
      webUrl: row.base_url,
      ...(row.host_version === null ? {} : { version: row.host_version }),
    },
    state: row.paused_at === null || row.state === 'disconnecting' ? row.state : 'paused',
    ...(row.attention_code !== null && row.attention_text !== null
      ? {
          attention: {
            code: row.attention_code,
            text: row.attention_text,
            ...(row.attention_link === null ? {} : { link: row.attention_link }),
          },
        }
      : {}),
    repositoryChoice: row.repository_choice,
    includesArchived: row.includes_archived,
    includesForks: row.includes_forks,
    data: [...row.data],
    ...toCredential(row),
    ...toEnding(row),
    createdAt: row.created_at.toISOString(),
  };
}

function toCredential(row: ConnectionRow): Pick<ConnectionSummary, 'credential'> {
  if (row.login === null || row.credential_kind === null || row.checked_at === null) return {};
  return {
    credential: {
      login: row.login,
      kind: row.credential_kind,
      checkedAt: row.checked_at.toISOString(),
      ...(row.ends_at === null ? {} : { endsAt: row.ends_at.toISOString() }),
    },
  };
}

function toEnding(row: ConnectionRow): Pick<ConnectionSummary, 'ending'> {
  if (row.step === null || row.began_at === null) return {};
  return {
    ending: {
      step: row.step,
      removesData: row.removes_data ?? false,
      beganAt: row.began_at.toISOString(),
      ...(row.problem === null ? {} : { problem: row.problem }),
      ...(row.try_again_at === null ? {} : { tryAgainAt: row.try_again_at.toISOString() }),
    },
  };
}
