import type { Sql } from '../platform/sql/index.ts';

/** Who somebody is elsewhere: never an e-mail address, for those change hands and need not be verified. */
export interface IdentityKey {
  /** Of GitHub the origin of its web interface; of single sign-on its `iss`. */
  readonly issuer: string;
  readonly subject: string;
}

interface NewIdentity extends IdentityKey {
  readonly userId: number;
  /** What to call it on pages. */
  readonly label: string;
}

/** Whose an identity is. A disabled user has none. */
export async function findUserOfIdentity(
  sql: Sql,
  { issuer, subject }: IdentityKey,
): Promise<number | undefined> {
  const [row] = await sql.query<{ user_id: number }>(
    `select app_user.user_id
     from user_identity
     join app_user on app_user.user_id = user_identity.user_id
     where user_identity.issuer = $1::text
       and user_identity.subject = $2::text
       and app_user.disabled_at is null`,
    [issuer, subject],
  );
  return row?.user_id;
}

/** Notes whose an identity is, or what it is called now. False when it is somebody else's. */
export async function storeIdentity(tx: Sql, given: NewIdentity): Promise<boolean> {
  const rows = await tx.query(
    `insert into user_identity as held (user_id, issuer, subject, label)
     values ($1::bigint, $2::text, $3::text, $4::text)
     on conflict (issuer, subject) do update
     set label = excluded.label
     where held.user_id = excluded.user_id
     returning user_identity_id`,
    [given.userId, given.issuer, given.subject, given.label],
  );
  return rows.length === 1;
}

/** Notes that somebody signed in with an identity. */
export async function touchIdentity(tx: Sql, { issuer, subject }: IdentityKey, label: string): Promise<void> {
  await tx.query(
    `update user_identity
     set used_at = app_now(), label = $3::text
     where issuer = $1::text and subject = $2::text`,
    [issuer, subject, label],
  );
}

export async function removeIdentity(
  tx: Sql,
  { userId, issuer, subject }: IdentityKey & { readonly userId: number },
): Promise<void> {
  await tx.query(
    `delete from user_identity
     where user_id = $1::bigint and issuer = $2::text and subject = $3::text`,
    [userId, issuer, subject],
  );
}

export interface IdentityRecord extends IdentityKey {
  readonly identityId: number;
  readonly label: string;
  readonly connectedAt: Date;
  readonly usedAt: Date | undefined;
}

interface IdentityRow {
  readonly user_identity_id: number;
  readonly issuer: string;
  readonly subject: string;
  readonly label: string;
  readonly connected_at: Date;
  readonly used_at: Date | null;
}

export async function loadIdentities(sql: Sql, userId: number): Promise<readonly IdentityRecord[]> {
  const rows = await sql.query<IdentityRow>(
    `select user_identity_id, issuer, subject, label, connected_at, used_at
     from user_identity
     where user_id = $1::bigint
     order by user_identity_id`,
    [userId],
  );
  return rows.map((row) => ({
    identityId: row.user_identity_id,
    issuer: row.issuer,
    subject: row.subject,
    label: row.label,
    connectedAt: row.connected_at,
    usedAt: row.used_at ?? undefined,
  }));
}

/** Whether a user would still get in without one of their identities. */
export async function hasOtherWayIn(
  sql: Sql,
  { userId, issuer, subject }: IdentityKey & { readonly userId: number },
): Promise<boolean> {
  const rows = await sql.query(
    `select
     from app_user
     where user_id = $1::bigint
       and (password_hash is not null
         or exists (
           select from user_identity
           where user_identity.user_id = app_user.user_id
             and (issuer, subject) <> ($2::text, $3::text)))`,
    [userId, issuer, subject],
  );
  return rows.length === 1;
}
