import { AppError } from '../platform/errors/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import { createToken, hashToken } from '../platform/tokens/index.ts';
import { loadWorkspace } from './workspace.sql.ts';

const linkMinutes = 30;

/**
 * Makes a set-up link and returns its path, or nothing when there has been a first administrator. Links made by other
 * processes stay good until they expire or the set-up is done.
 */
export async function createSetupPath(sql: Sql): Promise<string | undefined> {
  const { isSetUp } = await loadWorkspace(sql);
  if (isSetUp) return undefined;
  const token = createToken();
  await sql.query(
    `insert into setup_link (token_hash, expires_at)
     values ($1::bytea, app_now() + make_interval(mins => $2::integer))`,
    [token.hash, linkMinutes],
  );
  return `/setup/${token.text}`;
}

/** Until when a link is good; undefined when it is not. */
export async function findSetupLink(sql: Sql, token: string): Promise<Date | undefined> {
  const [row] = await sql.query<{ expires_at: Date }>(
    `select expires_at
     from setup_link
     where token_hash = $1::bytea
       and used_at is null
       and expires_at > app_now()`,
    [hashToken(token)],
  );
  return row?.expires_at;
}

/** Takes a link, for good; false when it was not good any more. */
export async function takeSetupLink(tx: Sql, token: string): Promise<boolean> {
  const rows = await tx.query(
    `update setup_link
     set used_at = app_now()
     where token_hash = $1::bytea
       and used_at is null
       and expires_at > app_now()
     returning expires_at`,
    [hashToken(token)],
  );
  return rows.length === 1;
}

export const setupLinkInvalid = (): AppError =>
  new AppError(
    'setup-link-invalid',
    `This set-up link was used or is older than ${linkMinutes} minutes. Restart Throughline for a new link.`,
  );
