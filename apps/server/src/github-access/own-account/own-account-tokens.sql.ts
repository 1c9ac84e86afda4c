import type { UserToken } from '@throughline/github';
import type { SealedPlace, SecretBox } from '../../platform/secrets/index.ts';
import type { Sql } from '../../platform/sql/index.ts';

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

/** Undefined when the account is gone. */
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

/** Seals the tokens that a renewal gave, in the place of those before. */
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
