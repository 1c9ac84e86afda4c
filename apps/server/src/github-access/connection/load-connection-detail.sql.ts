import type { ConnectionDetail, ConnectionSummary, CredentialKind } from '@throughline/contract';
import type { PermissionProbe } from '@throughline/github';
import { notFound } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import type { CredentialAccountKind } from '../credentials/credentials.sql.ts';
import { judgeHeld, judgeHookPermission } from '../credentials/permissions-held.ts';
import { toRevokeLink } from '../credentials/revoke-credential.client.ts';
import { loadBucketUse } from '../quota/quota-use.sql.ts';
import { loadSwitches } from './data-switches.sql.ts';
import { findConnection } from './load-connections.sql.ts';

/** A connection's reading credential with all that is known of it but its secret. */
interface ReadingCredential {
  readonly credentialId: number;
  readonly kind: CredentialKind;
  readonly login: string;
  readonly accountKind: CredentialAccountKind;
  readonly scopes: readonly string[] | null;
  readonly permissions: Readonly<Record<string, string>> | null;
  readonly endsAt: Date | null;
  readonly checkedAt: Date;
  readonly role: 'owner' | 'member' | 'none' | null;
  readonly probe: PermissionProbe | null;
  readonly sharedWith: readonly { readonly connectionId: number; readonly name: string }[];
}

/** A connection as its page shows it. Throws `not-found`. */
export async function loadConnectionDetail(sql: Sql, connectionId: number): Promise<ConnectionDetail> {
  const connection = await findConnection(sql, connectionId);
  if (connection === undefined) throw notFound();
  const [madeBy, credential, switches, uses] = await Promise.all([
    findMaker(sql, connectionId),
    findReadingCredential(sql, connectionId),
    loadSwitches(sql, connectionId),
    loadBucketUse(sql),
  ]);
  const buckets = uses.filter((use) => use.connectionId === connectionId).map(toBucket);
  return {
    ...connection,
    ...(madeBy === undefined ? {} : { madeBy }),
    ...(credential === undefined ? {} : { reading: { ...toReading(credential, connection), buckets } }),
    switches: [...switches],
  };
}

async function findMaker(sql: Sql, connectionId: number): Promise<string | undefined> {
  const [row] = await sql.query<{ name: string }>(
    `select v_user.name
     from connection
     join v_user on v_user.user_id = connection.created_by
     where connection.connection_id = $1::bigint`,
    [connectionId],
  );
  return row?.name;
}

/** The credential a connection reads with; what was learnt of it when it was tested or checked last. */
async function findReadingCredential(sql: Sql, connectionId: number): Promise<ReadingCredential | undefined> {
  const [row] = await sql.query<ReadingCredential & Record<string, unknown>>(
    `select
       credential.credential_id as "credentialId",
       credential.kind,
       credential.login,
       credential.account_kind as "accountKind",
       credential.scopes,
       credential.permissions,
       credential.ends_at as "endsAt",
       credential.checked_at as "checkedAt",
       credential.report -> 'probe' as probe,
       (select seen ->> 'role'
        from jsonb_array_elements(coalesce(credential.report -> 'organisations', '[]')) as seen
        where (seen ->> 'githubId')::bigint = organisation.github_id
        limit 1) as role,
       (select coalesce(jsonb_agg(jsonb_build_object(
          'connectionId', other.connection_id, 'name', other.name) order by other.name), '[]')
        from connection_credential as other_use
        join connection as other on other.connection_id = other_use.connection_id
        where other_use.credential_id = credential.credential_id
          and other_use.role = 'read'
          and other.state <> 'disconnecting'
          and other.connection_id <> connection.connection_id) as "sharedWith"
     from connection
     join organisation on organisation.organisation_id = connection.organisation_id
     join connection_credential
       on connection_credential.connection_id = connection.connection_id
       and connection_credential.role = 'read'
     join credential on credential.credential_id = connection_credential.credential_id
     where connection.connection_id = $1::bigint`,
    [connectionId],
  );
  return row;
}

function toReading(credential: ReadingCredential, { data, host, organisation }: ConnectionSummary) {
  const { credentialId, kind, login, accountKind, scopes, permissions, probe, role, endsAt } = credential;
  const rights = {
    kind,
    scopes: scopes ?? undefined,
    probe: probe ?? undefined,
    permissions: permissions ?? undefined,
  };
  const link = toRevokeLink({ kind: host.kind, baseUrl: host.webUrl }, { kind, organisation });
  return {
    credentialId,
    kind,
    login,
    accountKind,
    revocation: { isPossible: kind === 'oauth-token', ...(link === undefined ? {} : { link }) },
    checkedAt: credential.checkedAt.toISOString(),
    sharedWith: [...credential.sharedWith],
    permissions: [...judgeHeld(rights, data)],
    hookPermission: judgeHookPermission(rights),
    ...(role === null ? {} : { role }),
    ...(endsAt === null ? {} : { endsAt: endsAt.toISOString() }),
  };
}

const toBucket = ({
  resource,
  limit,
  remaining,
  resetAt,
  spent,
}: Awaited<ReturnType<typeof loadBucketUse>>[number]) => ({
  resource,
  ours: spent.person + spent.lookup + spent.incremental + spent.backfill,
  ...(limit === undefined ? {} : { limit }),
  ...(remaining === undefined ? {} : { remaining }),
  ...(resetAt === undefined ? {} : { resetAt: resetAt.toISOString() }),
});
