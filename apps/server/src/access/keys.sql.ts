import type { ApiKey, KeyScope, Role } from '@throughline/contract';
import type { Sql } from '../platform/sql/index.ts';
import { createKeyText, hashToken } from '../platform/tokens/index.ts';
import type { Viewer } from './viewer.ts';

const isAlive = `
  api_key.revoked_at is null
  and api_key.expires_at > app_now()`;

interface KeyRow {
  readonly key_id: number;
  readonly name: string;
  readonly prefix: string;
  readonly scope: KeyScope;
  readonly created_at: Date;
  readonly last_used_at: Date | null;
  readonly expires_at: Date;
}

const columns = 'key_id, name, prefix, scope, created_at, last_used_at, expires_at';

const toApiKey = (row: KeyRow): ApiKey => ({
  keyId: row.key_id,
  name: row.name,
  prefix: row.prefix,
  scope: row.scope,
  createdAt: row.created_at.toISOString(),
  ...(row.last_used_at === null ? {} : { lastUsedAt: row.last_used_at.toISOString() }),
  endsAt: row.expires_at.toISOString(),
});

interface NewKey {
  readonly userId: number;
  readonly name: string;
  readonly scope: KeyScope;
  readonly days: number;
}

/** Makes a key that ends after so many days, and returns its text, which is stored nowhere. */
export async function createKey(
  tx: Sql,
  { userId, name, scope, days }: NewKey,
): Promise<{ readonly key: ApiKey; readonly text: string }> {
  const made = createKeyText();
  const [row] = await tx.query<KeyRow>(
    `insert into api_key (user_id, name, prefix, token_hash, scope, expires_at)
     values ($1::bigint, $2::text, $3::text, $4::bytea, $5::text, app_now() + make_interval(days => $6::integer))
     returning ${columns}`,
    [userId, name, made.prefix, made.hash, scope, days],
  );
  if (row === undefined) throw new Error('The insert returned no row.');
  return { key: toApiKey(row), text: made.text };
}

/** A user's keys that work, newest first. */
export async function loadKeys(sql: Sql, userId: number): Promise<ApiKey[]> {
  const rows = await sql.query<KeyRow>(
    `select ${columns}
     from api_key
     where user_id = $1::bigint
       and ${isAlive}
     order by key_id desc`,
    [userId],
  );
  return rows.map(toApiKey);
}

/** Makes a user's key useless, for good; false when it is not theirs or does not work any more. */
export async function revokeKey(tx: Sql, userId: number, keyId: number): Promise<boolean> {
  const rows = await tx.query(
    `update api_key
     set revoked_at = app_now()
     where key_id = $1::bigint
       and user_id = $2::bigint
       and ${isAlive}
     returning key_id`,
    [keyId, userId],
  );
  return rows.length === 1;
}

/** Makes all keys of a user useless, for good, and returns which. */
export async function revokeKeysOf(tx: Sql, userId: number): Promise<readonly number[]> {
  const rows = await tx.query<{ key_id: number }>(
    `update api_key
     set revoked_at = app_now()
     where user_id = $1::bigint
       and ${isAlive}
     returning key_id`,
    [userId],
  );
  return rows.map((row) => row.key_id);
}

interface BearerRow {
  readonly key_id: number;
  readonly scope: KeyScope;
  readonly user_id: number;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly is_touch_due: boolean;
}

/** Whom a key speaks for, with the role they have now, and whether it is time to note that it was used. */
export async function findKeyViewer(
  sql: Sql,
  text: string,
): Promise<{ readonly viewer: Viewer; readonly keyId: number; readonly isTouchDue: boolean } | undefined> {
  const [row] = await sql.query<BearerRow>(
    `select api_key.key_id, api_key.scope, app_user.user_id, app_user.email, app_user.name, app_user.role,
       coalesce(api_key.last_used_at < app_now() - interval '1 minute', true) as is_touch_due
     from api_key
     join app_user on app_user.user_id = api_key.user_id
     where api_key.token_hash = $1::bytea
       and app_user.disabled_at is null
       and ${isAlive}`,
    [hashToken(text)],
  );
  if (row === undefined) return undefined;
  const { key_id: keyId, scope: keyScope, user_id: userId, email, name, role } = row;
  return {
    viewer: { userId, email, name, role, sessionId: toSessionId(keyId), keyScope },
    keyId,
    isTouchDue: row.is_touch_due,
  };
}

/** Notes that a key is in use; true the first time. */
export async function touchKey(tx: Sql, keyId: number): Promise<boolean> {
  const [row] = await tx.query<{ is_first: boolean }>(
    `with before as (
       select key_id, last_used_at
       from api_key
       where key_id = $1::bigint
       for update
     )
     update api_key
     set last_used_at = app_now()
     from before
     where api_key.key_id = before.key_id
     returning before.last_used_at is null as is_first`,
    [keyId],
  );
  return row?.is_first === true;
}

const sessionIdPrefix = 'key ';

/** What stands in place of a session's id where somebody came by a key. */
const toSessionId = (keyId: number): string => `${sessionIdPrefix}${keyId}`;

/** The id of the key with which this reader came. */
export const findKeyId = (sessionId: string): number | undefined =>
  sessionId.startsWith(sessionIdPrefix) ? Number(sessionId.slice(sessionIdPrefix.length)) : undefined;

/** Which of these keys still speak for somebody, by their session ids. */
export async function findAliveKeys(sql: Sql, keyIds: readonly number[]): Promise<ReadonlySet<string>> {
  const rows = await sql.query<{ key_id: number }>(
    `select api_key.key_id
     from api_key
     join app_user on app_user.user_id = api_key.user_id
     where api_key.key_id = any($1::bigint[])
       and app_user.disabled_at is null
       and ${isAlive}`,
    [keyIds],
  );
  return new Set(rows.map((row) => toSessionId(row.key_id)));
}
