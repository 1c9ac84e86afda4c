import type { Role } from '@throughline/contract';
import type { Sql } from '../platform/sql/index.ts';
import { createToken, hashToken } from '../platform/tokens/index.ts';
import type { Viewer } from './viewer.ts';

/** A session ends this long after it began, whatever happens in it. */
export const sessionDays = 7;
/** And this long after it was last used. */
const idleHours = 12;

/** Begins a session and returns its token, which is stored nowhere. `isSignOn`: a provider's sign-in stands behind it. */
export async function createSession(tx: Sql, userId: number, isSignOn = false): Promise<string> {
  const token = createToken();
  await tx.query(
    `insert into user_session (token_hash, user_id, expires_at, is_sign_on)
     values ($1::bytea, $2::bigint, app_now() + make_interval(days => $3::integer), $4::boolean)`,
    [token.hash, userId, sessionDays, isSignOn],
  );
  return token.text;
}

const isAlive = `
  user_session.ended_at is null
  and user_session.expires_at > app_now()
  and user_session.last_seen_at > app_now() - make_interval(hours => ${idleHours})
  and app_user.disabled_at is null`;

interface SessionRow {
  readonly user_id: number;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly is_touch_due: boolean;
}

/** Whom a token speaks for, and whether it is time to note that the session was used. */
export async function findViewer(
  sql: Sql,
  token: string,
): Promise<{ readonly viewer: Viewer; readonly isTouchDue: boolean } | undefined> {
  const tokenHash = hashToken(token);
  const [row] = await sql.query<SessionRow>(
    `select app_user.user_id, app_user.email, app_user.name, app_user.role,
       user_session.last_seen_at < app_now() - interval '1 minute' as is_touch_due
     from user_session
     join app_user on app_user.user_id = user_session.user_id
     where user_session.token_hash = $1::bytea
       and ${isAlive}`,
    [tokenHash],
  );
  if (row === undefined) return undefined;
  const { user_id: userId, email, name, role } = row;
  return {
    viewer: { userId, email, name, role, sessionId: tokenHash.toString('hex') },
    isTouchDue: row.is_touch_due,
  };
}

/** Notes that a session is in use. */
export async function touchSession(sql: Sql, sessionId: string): Promise<void> {
  await sql.query(
    `update user_session
     set last_seen_at = app_now()
     where token_hash = decode($1::text, 'hex')
       and ended_at is null`,
    [sessionId],
  );
}

/** Which of these sessions are alive. */
export async function findAliveSessions(
  sql: Sql,
  sessionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await sql.query<{ session_id: string }>(
    `select encode(user_session.token_hash, 'hex') as session_id
     from user_session
     join app_user on app_user.user_id = user_session.user_id
     where user_session.token_hash in (select decode(asked.session_id, 'hex') from unnest($1::text[]) as asked (session_id))
       and ${isAlive}`,
    [sessionIds],
  );
  return new Set(rows.map((row) => row.session_id));
}

/** Ends one session; true when a provider's sign-in stood behind it. */
export async function endSession(sql: Sql, sessionId: string): Promise<boolean> {
  const [row] = await sql.query<{ is_sign_on: boolean }>(
    `update user_session
     set ended_at = app_now()
     where token_hash = decode($1::text, 'hex')
       and ended_at is null
     returning is_sign_on`,
    [sessionId],
  );
  return row?.is_sign_on ?? false;
}

/** Ends all sessions of a user but the one to keep. */
export async function endSessionsOf(tx: Sql, userId: number, keepSessionId?: string): Promise<void> {
  await tx.query(
    `update user_session
     set ended_at = app_now()
     where user_id = $1::bigint
       and ended_at is null
       and ($2::text is null or token_hash <> decode($2::text, 'hex'))`,
    [userId, keepSessionId ?? null],
  );
}
