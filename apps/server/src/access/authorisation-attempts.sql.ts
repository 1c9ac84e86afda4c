import { createHmac } from 'node:crypto';
import { AppError } from '../platform/errors/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import { createToken, hashToken } from '../platform/tokens/index.ts';

/** What somebody was led away for. What comes back for one purpose is good for no other. */
export type AttemptPurpose =
  | 'app-manifest'
  | 'app-organisations'
  | 'oauth-connect'
  | 'own-account'
  | 'github-sign-in'
  | 'oidc-sign-in';

/** Who may come back: the browser that left, and the user who was signed in there, if any. */
interface Traveller {
  readonly purpose: AttemptPurpose;
  /** `request.browserId()` */
  readonly browserId: string;
  readonly userId: number | undefined;
}

interface NewAttempt extends Traveller {
  /** What will be needed on return, as JSON. No secret: it is stored as it is. */
  readonly payload: unknown;
  readonly minutes: number;
}

/** What is sent along. Neither is stored, and only the browser that left can make the verifier again. */
export interface BegunAttempt {
  readonly state: string;
  /** For PKCE: its S256 challenge goes along, itself it is sent when the code is exchanged (RFC 7636). */
  readonly codeVerifier: string;
}

/** Notes that somebody is led to a sign-in elsewhere. */
export async function beginAttempt(tx: Sql, given: NewAttempt): Promise<BegunAttempt> {
  const state = createToken();
  await tx.query(
    `insert into authorisation_attempt (state_hash, purpose, browser_hash, user_id, payload, expires_at)
     values (
       $1::bytea, $2::text, $3::bytea, $4::bigint, $5::jsonb, app_now() + make_interval(mins => $6::integer))`,
    [
      state.hash,
      given.purpose,
      hashToken(given.browserId),
      given.userId,
      JSON.stringify(given.payload),
      given.minutes,
    ],
  );
  return { state: state.text, codeVerifier: toCodeVerifier(given.browserId, state.text) };
}

/**
 * Takes an attempt, for good. Throws `authorisation-invalid` when the state was used or never given out, is too old, was
 * for another purpose, or comes from another browser or user; which of them is not said, and one that belongs to another
 * browser stays good for that one. The payload is to be parsed by the caller.
 */
export async function takeAttempt(
  tx: Sql,
  { state, purpose, browserId, userId }: Traveller & { readonly state: string },
): Promise<{ readonly payload: unknown; readonly codeVerifier: string }> {
  const [row] = await tx.query<{ payload: unknown }>(
    `delete from authorisation_attempt
     where state_hash = $1::bytea
       and purpose = $2::text
       and browser_hash = $3::bytea
       and user_id is not distinct from $4::bigint
       and expires_at > app_now()
     returning payload`,
    [hashToken(state), purpose, hashToken(browserId), userId],
  );
  if (row === undefined) throw authorisationInvalid();
  return { payload: row.payload, codeVerifier: toCodeVerifier(browserId, state) };
}

/** What an attempt was begun with, for somebody who is just leaving; it stays good. Throws as `takeAttempt` does. */
export async function loadAttempt(
  sql: Sql,
  { state, purpose, browserId, userId }: Traveller & { readonly state: string },
): Promise<unknown> {
  const [row] = await sql.query<{ payload: unknown }>(
    `select payload
     from authorisation_attempt
     where state_hash = $1::bytea
       and purpose = $2::text
       and browser_hash = $3::bytea
       and user_id is not distinct from $4::bigint
       and expires_at > app_now()`,
    [hashToken(state), purpose, hashToken(browserId), userId],
  );
  if (row === undefined) throw authorisationInvalid();
  return row.payload;
}

const toCodeVerifier = (browserId: string, state: string): string =>
  createHmac('sha256', browserId).update(`pkce ${state}`).digest('base64url');

const authorisationInvalid = (): AppError =>
  new AppError(
    'authorisation-invalid',
    'This answer does not belong to anything begun in this browser, was used before, or came too late. Nothing was changed. Begin again.',
  );
