import type { ConnectionSummary, HostKind } from '@throughline/contract';
import type { Sql } from '../platform/sql/index.ts';
import type { CredentialKind } from './credentials.sql.ts';

export interface NewConnection {
  readonly organisationId: number;
  readonly credentialId: number;
  readonly name: string;
  readonly repositoryChoice: 'all' | 'some';
  readonly includesArchived: boolean;
  readonly includesForks: boolean;
  readonly createdBy: number | undefined;
}

/** Stores a connection with its reading credential. A second one for an organisation or a name violates a constraint. */
export async function insertConnection(sql: Sql, given: NewConnection): Promise<number> {
  const [row] = await sql.query<{ connection_id: number }>(
    `insert into connection (
       organisation_id, name, repository_choice, includes_archived, includes_forks, created_by)
     values ($1::bigint, $2::text, $3::text, $4::boolean, $5::boolean, $6::bigint)
     returning connection_id`,
    [
      given.organisationId,
      given.name,
      given.repositoryChoice,
      given.includesArchived,
      given.includesForks,
      given.createdBy,
    ],
  );
  if (row === undefined) throw new Error('An insert of a connection returned no row.');
  await sql.query(
    `insert into connection_credential (connection_id, credential_id, role)
     values ($1::bigint, $2::bigint, 'read')`,
    [row.connection_id, given.credentialId],
  );
  return row.connection_id;
}

/** Stores an organisation by its host and GitHub id; its login is an attribute. Returns our id. */
export async function upsertOrganisation(
  sql: Sql,
  given: { hostId: number; githubId: number; login: string; name: string | undefined; observedAt: Date },
): Promise<number> {
  const [row] = await sql.query<{ organisation_id: number }>(
    `insert into organisation as held (host_id, github_id, login, name, observed_at)
     values ($1::bigint, $2::bigint, $3::text, $4::text, $5::timestamptz)
     on conflict (host_id, github_id) do update
     set login = excluded.login,
         name = coalesce(excluded.name, held.name),
         observed_at = greatest(held.observed_at, excluded.observed_at)
     returning organisation_id`,
    [given.hostId, given.githubId, given.login, given.name, given.observedAt],
  );
  if (row === undefined) throw new Error('An upsert of an organisation returned no row.');
  return row.organisation_id;
}

interface ConnectionRow {
  readonly connection_id: number;
  readonly name: string;
  readonly organisation: string;
  readonly host_id: number;
  readonly host_name: string;
  readonly host_kind: HostKind;
  readonly base_url: string;
  readonly state: 'active' | 'needs-attention';
  readonly paused_at: Date | null;
  readonly attention_code: string | null;
  readonly attention_text: string | null;
  readonly attention_link: string | null;
  readonly repository_choice: 'all' | 'some';
  readonly includes_archived: boolean;
  readonly includes_forks: boolean;
  readonly login: string | null;
  readonly credential_kind: CredentialKind | null;
  readonly ends_at: Date | null;
  readonly checked_at: Date | null;
  readonly created_at: Date;
}

const selectConnections = `
  select
    connection.connection_id,
    connection.name,
    organisation.login as organisation,
    host.host_id,
    host.name as host_name,
    host.kind as host_kind,
    host.base_url,
    connection.state,
    connection.paused_at,
    connection.attention_code,
    connection.attention_text,
    connection.attention_link,
    connection.repository_choice,
    connection.includes_archived,
    connection.includes_forks,
    credential.login,
    credential.kind as credential_kind,
    credential.ends_at,
    credential.checked_at,
    connection.created_at
  from connection
  join organisation on organisation.organisation_id = connection.organisation_id
  join host on host.host_id = organisation.host_id
  left join connection_credential
    on connection_credential.connection_id = connection.connection_id
    and connection_credential.role = 'read'
  left join credential on credential.credential_id = connection_credential.credential_id`;

/** Every connection, by name. */
export async function loadConnections(sql: Sql): Promise<readonly ConnectionSummary[]> {
  const rows = await sql.query<ConnectionRow>(`${selectConnections} order by connection.name`);
  return rows.map(toSummary);
}

export async function findConnection(sql: Sql, connectionId: number): Promise<ConnectionSummary | undefined> {
  const rows = await sql.query<ConnectionRow>(
    `${selectConnections} where connection.connection_id = $1::bigint`,
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
     where organisation.host_id = $1::bigint`,
    [hostId],
  );
  return new Map(rows.map((row) => [row.github_id, row.name]));
}

export async function renameConnection(sql: Sql, connectionId: number, name: string): Promise<boolean> {
  const rows = await sql.query(
    `update connection
     set name = $2::text
     where connection_id = $1::bigint
     returning connection_id`,
    [connectionId, name],
  );
  return rows.length > 0;
}

/** What stands in the way of reading, in words, and where the repair is. */
export interface Attention {
  readonly code: string;
  readonly text: string;
  readonly link?: string | undefined;
}

/**
 * Says that a connection can't be read until somebody does something. Its jobs park; nothing is deleted. With the
 * credential that met the trouble only while the connection still has it: of a replaced one nobody wants to hear.
 */
export async function markNeedsAttention(
  sql: Sql,
  connectionId: number,
  why: Attention,
  credentialId?: number,
): Promise<boolean> {
  const rows = await sql.query(
    `update connection
     set state = 'needs-attention',
         attention_code = $2::text,
         attention_text = $3::text,
         attention_link = $4::text
     where connection_id = $1::bigint
       and ($5::bigint is null or exists (
         select from connection_credential
         where connection_credential.connection_id = connection.connection_id
           and connection_credential.credential_id = $5::bigint))
     returning connection_id`,
    [connectionId, why.code, why.text, why.link, credentialId],
  );
  return rows.length > 0;
}

/** Takes a connection's trouble back, after an answer showed that it is over. */
export async function clearAttention(sql: Sql, connectionId: number): Promise<void> {
  await sql.query(
    `update connection
     set state = 'active',
         attention_code = null,
         attention_text = null,
         attention_link = null
     where connection_id = $1::bigint
       and state = 'needs-attention'`,
    [connectionId],
  );
}

/** Pauses or resumes a connection; returns false when there is none. */
export async function setPaused(sql: Sql, connectionId: number, isPaused: boolean): Promise<boolean> {
  const rows = await sql.query(
    `update connection
     set paused_at = case when $2::boolean then coalesce(paused_at, app_now()) end
     where connection_id = $1::bigint
     returning connection_id`,
    [connectionId, isPaused],
  );
  return rows.length > 0;
}

function toSummary(row: ConnectionRow): ConnectionSummary {
  return {
    connectionId: row.connection_id,
    name: row.name,
    organisation: row.organisation,
    host: { name: row.host_name, kind: row.host_kind, webUrl: row.base_url },
    state: row.paused_at === null ? row.state : 'paused',
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
    ...toCredential(row),
    createdAt: row.created_at.toISOString(),
  };
}

function toCredential(row: ConnectionRow): Pick<ConnectionSummary, 'credential'> {
  if (row.login === null || row.credential_kind === null || row.checked_at === null) return {};
  return {
    credential: {
      login: row.login,
      tokenKind: row.credential_kind,
      checkedAt: row.checked_at.toISOString(),
      ...(row.ends_at === null ? {} : { endsAt: row.ends_at.toISOString() }),
    },
  };
}
