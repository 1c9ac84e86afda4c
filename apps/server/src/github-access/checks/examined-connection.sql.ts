import type { CredentialKind, ReadData } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import { findActing, type HeldActing } from '../acting/acting.sql.ts';
import { switchedOn } from '../connection/data-switches.sql.ts';
import { type HostRow, hostColumns, toHost } from '../hosts/hosts.sql.ts';
import type { ExaminedConnection } from './connection-subject.ts';

interface Row extends HostRow {
  readonly connection_id: number;
  readonly name_given: string;
  readonly organisation: string;
  readonly organisation_github_id: number;
  readonly is_paused: boolean;
  readonly attention_text: string | null;
  readonly attention_link: string | null;
  readonly credential_id: number | null;
  readonly credential_kind: CredentialKind | null;
  readonly login: string | null;
  readonly ends_at: Date | null;
  readonly permissions: Readonly<Record<string, string>> | null;
  readonly data: readonly ReadData[];
}

/** A connection as the doctor looks at it, or undefined. */
export async function findExaminedConnection(
  sql: Sql,
  connectionId: number,
): Promise<ExaminedConnection | undefined> {
  const [row] = await sql.query<Row>(
    `select
       connection.connection_id,
       connection.name as name_given,
       organisation.login as organisation,
       organisation.github_id as organisation_github_id,
       connection.paused_at is not null as is_paused,
       connection.attention_text,
       connection.attention_link,
       credential.credential_id,
       credential.kind as credential_kind,
       credential.login,
       credential.ends_at,
       credential.permissions,
       ${switchedOn} as data,
       ${hostColumns}
     from connection
     join organisation on organisation.organisation_id = connection.organisation_id
     join host on host.host_id = organisation.host_id
     left join connection_credential
       on connection_credential.connection_id = connection.connection_id
       and connection_credential.role = 'read'
     left join credential on credential.credential_id = connection_credential.credential_id
     where connection.connection_id = $1::bigint`,
    [connectionId],
  );
  return row && toExamined(row, await findActing(sql, connectionId));
}

function toExamined(row: Row, acting: HeldActing | undefined): ExaminedConnection {
  return {
    connectionId: row.connection_id,
    name: row.name_given,
    organisation: row.organisation,
    organisationGithubId: row.organisation_github_id,
    host: toHost(row),
    isPaused: row.is_paused,
    attention:
      row.attention_text === null
        ? undefined
        : { text: row.attention_text, link: row.attention_link ?? undefined },
    credential: toCredential(row),
    acting: acting && {
      registrationId: acting.registrationId,
      way: acting.way,
      app: acting.app.name,
      actions: acting.asked.map(({ action }) => action),
    },
    data: row.data,
  };
}

function toCredential(row: Row): ExaminedConnection['credential'] {
  if (row.credential_id === null || row.credential_kind === null || row.login === null) return undefined;
  return {
    credentialId: row.credential_id,
    kind: row.credential_kind,
    login: row.login,
    endsAt: row.ends_at ?? undefined,
    permissions: row.permissions ?? undefined,
  };
}
