import type { Role } from '@throughline/contract';
import { AppError } from '../platform/errors/index.ts';
import { findViolatedConstraint, type Sql } from '../platform/sql/index.ts';

export interface UserRecord {
  readonly userId: number;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly lastSeenAt: Date | undefined;
  readonly disabledAt: Date | undefined;
}

interface UserRow {
  readonly user_id: number;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly created_at: Date;
  readonly last_seen_at: Date | null;
  readonly disabled_at: Date | null;
}

/** Users by name; all of them, or those with the given ids. */
export async function loadUsers(sql: Sql, userIds?: readonly number[]): Promise<UserRecord[]> {
  const rows = await sql.query<UserRow>(
    `select
       app_user.user_id, app_user.email, app_user.name, app_user.role, app_user.created_at, app_user.disabled_at,
       (select max(user_session.last_seen_at)
        from user_session
        where user_session.user_id = app_user.user_id) as last_seen_at
     from app_user
     where $1::bigint[] is null or app_user.user_id = any($1::bigint[])
     order by lower(app_user.name), app_user.user_id`,
    [userIds ?? null],
  );
  return rows.map(toUser);
}

const toUser = (row: UserRow): UserRecord => ({
  userId: row.user_id,
  email: row.email,
  name: row.name,
  role: row.role,
  createdAt: row.created_at,
  lastSeenAt: row.last_seen_at ?? undefined,
  disabledAt: row.disabled_at ?? undefined,
});

export interface SignInRecord {
  readonly userId: number;
  readonly role: Role;
  /** Absent for somebody who never had a password. */
  readonly passwordHash: string | undefined;
  readonly isDisabled: boolean;
}

/** What is needed to check a password. */
export async function findSignIn(sql: Sql, email: string): Promise<SignInRecord | undefined> {
  const [row] = await sql.query<{
    user_id: number;
    role: Role;
    password_hash: string | null;
    is_disabled: boolean;
  }>(
    `select user_id, role, password_hash, disabled_at is not null as is_disabled
     from app_user
     where email = $1::text`,
    [email],
  );
  if (row === undefined) return undefined;
  return {
    userId: row.user_id,
    role: row.role,
    passwordHash: row.password_hash ?? undefined,
    isDisabled: row.is_disabled,
  };
}

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Absent for somebody who signs in elsewhere. */
  readonly passwordHash: string | undefined;
}

/** Adds a user and returns its id; `email-taken` when there is one with this address. */
export async function createUser(tx: Sql, user: NewUser): Promise<number> {
  try {
    const [row] = await tx.query<{ user_id: number }>(
      `insert into app_user (email, name, role, password_hash)
       values ($1::text, $2::text, $3::text, $4::text)
       returning user_id`,
      [user.email, user.name, user.role, user.passwordHash],
    );
    if (row === undefined) throw new Error('The insert returned no row.');
    return row.user_id;
  } catch (error) {
    throw findViolatedConstraint(error) === 'app_user_email_key' ? emailTaken() : error;
  }
}

export const emailTaken = (): AppError =>
  new AppError(
    'email-taken',
    'Somebody signs in with this e-mail address already. Use another one, or sign in.',
    {
      fields: { email: 'Somebody signs in with this address already.' },
    },
  );

/** Stores a new hash and the instant of the change. */
export async function setPassword(tx: Sql, userId: number, passwordHash: string): Promise<void> {
  await tx.query(
    `update app_user
     set password_hash = $2::text, password_changed_at = app_now()
     where user_id = $1::bigint`,
    [userId, passwordHash],
  );
}

/** Exchanges a hash for one of the same password made with today's parameters, unless it was changed meanwhile. */
export async function renewHash(
  sql: Sql,
  userId: number,
  oldHash: string | undefined,
  newHash: string,
): Promise<void> {
  await sql.query(
    `update app_user
     set password_hash = $3::text
     where user_id = $1::bigint and password_hash = $2::text`,
    [userId, oldHash, newHash],
  );
}

/**
 * The active administrators, locked until the transaction ends: two that demote each other at the same moment come
 * one after the other.
 */
export async function lockAdministrators(tx: Sql): Promise<readonly number[]> {
  const rows = await tx.query<{ user_id: number }>(
    `select user_id
     from app_user
     where role = 'administrator' and disabled_at is null
     order by user_id
     for update`,
  );
  return rows.map((row) => row.user_id);
}

/** The administrators who have a password: those who get in when no provider answers. Locked like the above. */
export async function lockLocalAdministrators(tx: Sql): Promise<readonly number[]> {
  const rows = await tx.query<{ user_id: number }>(
    `select user_id
     from app_user
     where role = 'administrator' and disabled_at is null and password_hash is not null
     order by user_id
     for update`,
  );
  return rows.map((row) => row.user_id);
}

/** A user's role and whether they are disabled, locked until the transaction ends. */
export async function lockUser(
  tx: Sql,
  userId: number,
): Promise<{ readonly role: Role; readonly isDisabled: boolean } | undefined> {
  const [row] = await tx.query<{ role: Role; is_disabled: boolean }>(
    `select role, disabled_at is not null as is_disabled
     from app_user
     where user_id = $1::bigint
     for update`,
    [userId],
  );
  return row === undefined ? undefined : { role: row.role, isDisabled: row.is_disabled };
}

export async function setRole(tx: Sql, userId: number, role: Role): Promise<void> {
  await tx.query('update app_user set role = $2::text where user_id = $1::bigint', [userId, role]);
}

export async function setDisabled(tx: Sql, userId: number, isDisabled: boolean): Promise<void> {
  await tx.query(
    `update app_user
     set disabled_at = case when $2::boolean then app_now() end
     where user_id = $1::bigint`,
    [userId, isDisabled],
  );
}
