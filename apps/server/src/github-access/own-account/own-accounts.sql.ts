import type { UserToken } from '@throughline/github';
import type { SealedPlace, SecretBox } from '../../platform/secrets/index.ts';
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

interface NewOwnAccount {
  readonly userId: number;
  readonly hostId: number;
  readonly registrationId: number;
  readonly githubId: number;
  readonly login: string;
  readonly token: UserToken;
}

type SealedColumn = 'token_sealed' | 'refresh_sealed';

const toPlace = (ownAccountId: number, column: SealedColumn): SealedPlace => ({
  table: 'own_github_account',
  column,
  row: String(ownAccountId),
});

const sealToken = (box: SecretBox, ownAccountId: number, { token, refresh, endsAt }: UserToken) => [
  box.seal(token, toPlace(ownAccountId, 'token_sealed')),
  endsAt,
  refresh && box.seal(refresh.token, toPlace(ownAccountId, 'refresh_sealed')),
  refresh?.endsAt,
];

/** Seals and stores an account that is nobody's yet, or this user's: its former token has been ended. */
export async function storeOwnAccount(tx: Sql, box: SecretBox, given: NewOwnAccount): Promise<number> {
  const [held] = await tx.query<{ own_account_id: number }>(
    `select coalesce(
       (select own_account_id
        from own_github_account
        where host_id = $1::bigint
          and github_id = $2::bigint
          and user_id = $3::bigint),
       nextval(pg_get_serial_sequence('own_github_account', 'own_account_id'))) as own_account_id`,
    [given.hostId, given.githubId, given.userId],
  );
  if (held === undefined) throw new Error('The sequence of own accounts returned no row.');
  const ownAccountId = held.own_account_id;
  await tx.query(
    `insert into own_github_account (
       own_account_id, user_id, host_id, registration_id, github_id, login, scopes, token_sealed, token_ends_at,
       refresh_sealed, refresh_ends_at, used_at)
     overriding system value
     values (
       $1::bigint, $2::bigint, $3::bigint, $4::bigint, $5::bigint, $6::text, $7::text[], $8::text, $9::timestamptz,
       $10::text, $11::timestamptz, app_now())
     on conflict (own_account_id) do update
     set registration_id = excluded.registration_id,
         login = excluded.login,
         scopes = excluded.scopes,
         token_sealed = excluded.token_sealed,
         token_ends_at = excluded.token_ends_at,
         refresh_sealed = excluded.refresh_sealed,
         refresh_ends_at = excluded.refresh_ends_at,
         connected_at = app_now(),
         used_at = app_now(),
         lost_at = null,
         ending_at = null`,
    [
      ownAccountId,
      given.userId,
      given.hostId,
      given.registrationId,
      given.githubId,
      given.login,
      given.token.scopes,
      ...sealToken(box, ownAccountId, given.token),
    ],
  );
  return ownAccountId;
}

/** What is held of an account's tokens, locked until the transaction ends: a refresh token is good once. */
export interface HeldToken {
  readonly token: string;
  /** By the database's clock: it ends within five minutes, or has. */
  readonly isEnding: boolean;
  readonly refreshToken: string | undefined;
  readonly isLost: boolean;
}

export async function lockToken(
  tx: Sql,
  box: SecretBox,
  ownAccountId: number,
): Promise<HeldToken | undefined> {
  const [row] = await tx.query<{
    token_sealed: string;
    refresh_sealed: string | null;
    is_ending: boolean;
    is_lost: boolean;
  }>(
    `select token_sealed, refresh_sealed, lost_at is not null as is_lost,
       coalesce(token_ends_at < app_now() + interval '5 minutes', false) as is_ending
     from own_github_account
     where own_account_id = $1::bigint
     for update`,
    [ownAccountId],
  );
  if (row === undefined) return undefined;
  return {
    token: box.open(row.token_sealed, toPlace(ownAccountId, 'token_sealed')),
    isEnding: row.is_ending,
    refreshToken:
      row.refresh_sealed === null
        ? undefined
        : box.open(row.refresh_sealed, toPlace(ownAccountId, 'refresh_sealed')),
    isLost: row.is_lost,
  };
}

export async function storeRenewed(
  tx: Sql,
  box: SecretBox,
  ownAccountId: number,
  token: UserToken,
): Promise<void> {
  await tx.query(
    `update own_github_account
     set token_sealed = $2::text,
         token_ends_at = $3::timestamptz,
         refresh_sealed = $4::text,
         refresh_ends_at = $5::timestamptz
     where own_account_id = $1::bigint`,
    [ownAccountId, ...sealToken(box, ownAccountId, token)],
  );
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
