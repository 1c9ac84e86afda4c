import type { Sql } from '../../platform/sql/index.ts';

/** A GitHub account that a user connected as their own, without its tokens. */
export interface OwnAccountRecord {
  readonly ownAccountId: number;
  readonly userId: number;
  readonly hostId: number;
  readonly registrationId: number;
  readonly githubId: number;
  readonly login: string;
  readonly scopes: readonly string[];
  readonly connectedAt: Date;
  readonly usedAt: Date | undefined;
  readonly lostAt: Date | undefined;
  readonly endingAt: Date | undefined;
}

interface OwnAccountRow {
  readonly own_account_id: number;
  readonly user_id: number;
  readonly host_id: number;
  readonly registration_id: number;
  readonly github_id: number;
  readonly login: string;
  readonly scopes: string[];
  readonly connected_at: Date;
  readonly used_at: Date | null;
  readonly lost_at: Date | null;
  readonly ending_at: Date | null;
}

const selectText = `
  select own_account_id, user_id, host_id, registration_id, github_id, login, scopes, connected_at, used_at, lost_at,
    ending_at
  from own_github_account`;

const toRecord = (row: OwnAccountRow): OwnAccountRecord => ({
  ownAccountId: row.own_account_id,
  userId: row.user_id,
  hostId: row.host_id,
  registrationId: row.registration_id,
  githubId: row.github_id,
  login: row.login,
  scopes: row.scopes,
  connectedAt: row.connected_at,
  usedAt: row.used_at ?? undefined,
  lostAt: row.lost_at ?? undefined,
  endingAt: row.ending_at ?? undefined,
});

export async function loadOwnAccounts(sql: Sql, userId: number): Promise<readonly OwnAccountRecord[]> {
  const rows = await sql.query<OwnAccountRow>(
    `${selectText} where user_id = $1::bigint order by own_account_id`,
    [userId],
  );
  return rows.map(toRecord);
}

/** A user's own one; nobody else's is found. */
export async function findOwnAccount(
  sql: Sql,
  userId: number,
  ownAccountId: number,
): Promise<OwnAccountRecord | undefined> {
  const rows = await sql.query<OwnAccountRow>(
    `${selectText} where own_account_id = $2::bigint and user_id = $1::bigint`,
    [userId, ownAccountId],
  );
  return rows.map(toRecord)[0];
}

/** Who has connected an account, whoever it is. */
export async function findOwnAccountOf(
  sql: Sql,
  hostId: number,
  githubId: number,
): Promise<OwnAccountRecord | undefined> {
  const rows = await sql.query<OwnAccountRow>(
    `${selectText} where host_id = $1::bigint and github_id = $2::bigint`,
    [hostId, githubId],
  );
  return rows.map(toRecord)[0];
}

/** Those whose removal GitHub has not heard of, the longest waiting first. */
export async function loadEndingAccounts(sql: Sql, limit: number): Promise<readonly OwnAccountRecord[]> {
  const rows = await sql.query<OwnAccountRow>(
    `${selectText} where ending_at is not null order by ending_at limit $1::integer`,
    [limit],
  );
  return rows.map(toRecord);
}

/** Notes that GitHub was asked with an account's token. */
export async function noteUse(sql: Sql, ownAccountId: number): Promise<void> {
  await sql.query(
    `update own_github_account
     set used_at = app_now()
     where own_account_id = $1::bigint`,
    [ownAccountId],
  );
}

/** Notes that GitHub takes a token no more. */
export async function markLost(sql: Sql, ownAccountId: number): Promise<void> {
  await sql.query(
    `update own_github_account
     set lost_at = coalesce(lost_at, app_now())
     where own_account_id = $1::bigint`,
    [ownAccountId],
  );
}

/** From now on the token serves for nothing but its own end. */
export async function markEnding(tx: Sql, ownAccountId: number): Promise<void> {
  await tx.query(
    `update own_github_account
     set ending_at = coalesce(ending_at, app_now())
     where own_account_id = $1::bigint`,
    [ownAccountId],
  );
}

/** Wipes an account with its tokens. False when another process was first. */
export async function deleteOwnAccount(tx: Sql, ownAccountId: number): Promise<boolean> {
  const rows = await tx.query(
    'delete from own_github_account where own_account_id = $1::bigint returning own_account_id',
    [ownAccountId],
  );
  return rows.length === 1;
}

/**
 * Whether the same GitHub user connected organisations by the same app: ending the whole grant would end that
 * connection's token too.
 */
export async function isAppOfCredential(
  sql: Sql,
  { registrationId, login }: OwnAccountRecord,
): Promise<boolean> {
  const rows = await sql.query(
    `select
     from credential
     where registration_id = $1::bigint
       and kind = 'oauth-token'
       and lower(login) = lower($2::text)
     limit 1`,
    [registrationId, login],
  );
  return rows.length > 0;
}
