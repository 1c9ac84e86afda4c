import type { Sql } from '../../platform/sql/index.ts';

interface Swap {
  readonly credentialId: number;
  /** The one that is to be there now. */
  readonly replaces: number;
}

/** Puts a credential in the place of another. Returns false, and changes nothing, where it was another one meanwhile. */
export async function swapReadCredential(
  tx: Sql,
  connectionId: number,
  { credentialId, replaces }: Swap,
): Promise<boolean> {
  const others = await tx.query(
    `select from connection_credential
     where connection_id = $1::bigint
       and role = 'read'
       and credential_id <> $2::bigint`,
    [connectionId, replaces],
  );
  if (others.length > 0) return false;
  await tx.query(`delete from connection_credential where connection_id = $1::bigint and role = 'read'`, [
    connectionId,
  ]);
  await tx.query(
    `insert into connection_credential (connection_id, credential_id, role)
     values ($1::bigint, $2::bigint, 'read')`,
    [connectionId, credentialId],
  );
  return true;
}

/** Whether a credential is here and no connection uses it. */
export async function isUnused(sql: Sql, credentialId: number): Promise<boolean> {
  const rows = await sql.query(
    `select from credential
     where credential_id = $1::bigint
       and not exists (
         select from connection_credential
         where connection_credential.credential_id = credential.credential_id)`,
    [credentialId],
  );
  return rows.length > 0;
}

/** Wipes those of these credentials that no connection uses. */
export async function wipeUnused(sql: Sql, credentialIds: readonly number[]): Promise<void> {
  await sql.query(
    `delete from credential
     where credential_id = any($1::bigint[])
       and not exists (
         select from connection_credential
         where connection_credential.credential_id = credential.credential_id)`,
    [credentialIds],
  );
}

/** Takes a connection's credentials from it; returns those that no other connection uses now. */
export async function releaseCredentials(tx: Sql, connectionId: number): Promise<readonly number[]> {
  const rows = await tx.query<{ credential_id: number }>(
    `delete from connection_credential
     where connection_id = $1::bigint
     returning credential_id`,
    [connectionId],
  );
  return [...new Set(rows.map((row) => row.credential_id))];
}

/** Credentials that this connection uses and no other does. */
export async function loadOwnCredentials(sql: Sql, connectionId: number): Promise<readonly number[]> {
  const rows = await sql.query<{ credential_id: number }>(
    `select distinct used.credential_id
     from connection_credential as used
     where used.connection_id = $1::bigint
       and not exists (
         select from connection_credential as other
         where other.credential_id = used.credential_id
           and other.connection_id <> used.connection_id)
     order by used.credential_id`,
    [connectionId],
  );
  return rows.map((row) => row.credential_id);
}
