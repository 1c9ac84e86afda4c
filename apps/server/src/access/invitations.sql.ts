import type { Role } from '@throughline/contract';
import { AppError } from '../platform/errors/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import { createToken, hashToken } from '../platform/tokens/index.ts';

const linkDays = 7;

export type InvitationState = 'open' | 'used' | 'expired' | 'revoked';

export interface InvitationRecord {
  readonly invitationId: number;
  readonly email: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly state: InvitationState;
}

interface InvitationRow {
  readonly invitation_id: number;
  readonly email: string;
  readonly role: Role;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly state: InvitationState;
}

const columns = `
  invitation_id, email, role, created_at, expires_at,
  case
    when used_at is not null then 'used'
    when revoked_at is not null then 'revoked'
    when expires_at <= app_now() then 'expired'
    else 'open'
  end as state`;

const toInvitation = (row: InvitationRow): InvitationRecord => ({
  invitationId: row.invitation_id,
  email: row.email,
  role: row.role,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  state: row.state,
});

/** Every invitation that is not cleared away yet, newest first. */
export async function loadInvitations(sql: Sql): Promise<InvitationRecord[]> {
  const rows = await sql.query<InvitationRow>(
    `select ${columns} from invitation order by invitation_id desc`,
  );
  return rows.map(toInvitation);
}

interface NewInvitation {
  readonly email: string;
  readonly role: Role;
  readonly invitedBy: number;
}

/** Invites, and returns the path of the link. Links to the same address that are still open become useless. */
export async function createInvitation(
  tx: Sql,
  { email, role, invitedBy }: NewInvitation,
): Promise<{ readonly invitation: InvitationRecord; readonly path: string }> {
  await tx.query(
    `update invitation
     set revoked_at = app_now()
     where email = $1::text
       and used_at is null
       and revoked_at is null
       and expires_at > app_now()`,
    [email],
  );
  const token = createToken();
  const [row] = await tx.query<InvitationRow>(
    `insert into invitation (token_hash, email, role, invited_by, expires_at)
     values ($1::bytea, $2::text, $3::text, $4::bigint, app_now() + make_interval(days => $5::integer))
     returning ${columns}`,
    [token.hash, email, role, invitedBy, linkDays],
  );
  if (row === undefined) throw new Error('The insert returned no row.');
  return { invitation: toInvitation(row), path: `/join/${token.text}` };
}

/** Makes an open invitation useless; false when it was not open. */
export async function revokeInvitation(tx: Sql, invitationId: number): Promise<boolean> {
  const rows = await tx.query(
    `update invitation
     set revoked_at = app_now()
     where invitation_id = $1::bigint
       and used_at is null
       and revoked_at is null
       and expires_at > app_now()
     returning invitation_id`,
    [invitationId],
  );
  return rows.length === 1;
}

/** The open invitation of a link. */
export async function findOpenInvitation(sql: Sql, token: string): Promise<InvitationRecord | undefined> {
  const [row] = await sql.query<InvitationRow>(
    `select ${columns}
     from invitation
     where token_hash = $1::bytea
       and used_at is null
       and revoked_at is null
       and expires_at > app_now()`,
    [hashToken(token)],
  );
  return row === undefined ? undefined : toInvitation(row);
}

/** Takes an invitation, for good; undefined when it was not open any more. */
export async function takeInvitation(tx: Sql, token: string): Promise<InvitationRecord | undefined> {
  const [row] = await tx.query<InvitationRow>(
    `update invitation
     set used_at = app_now()
     where token_hash = $1::bytea
       and used_at is null
       and revoked_at is null
       and expires_at > app_now()
     returning ${columns}`,
    [hashToken(token)],
  );
  return row === undefined ? undefined : toInvitation(row);
}

const isOpen = 'used_at is null and revoked_at is null and expires_at > app_now()';

/** The same for whoever was led away from its link. */
export async function findInvitationById(
  sql: Sql,
  invitationId: number,
): Promise<InvitationRecord | undefined> {
  const rows = await sql.query<InvitationRow>(
    `select ${columns} from invitation where invitation_id = $1::bigint and ${isOpen}`,
    [invitationId],
  );
  return rows.map(toInvitation)[0];
}

/** False when it was not open any more. */
export async function takeInvitationById(tx: Sql, invitationId: number): Promise<boolean> {
  const rows = await tx.query(
    `update invitation
     set used_at = app_now()
     where invitation_id = $1::bigint
       and ${isOpen}
     returning invitation_id`,
    [invitationId],
  );
  return rows.length === 1;
}

export const invitationInvalid = (): AppError =>
  new AppError(
    'invitation-invalid',
    `This invitation was used or withdrawn, or is older than ${linkDays} days. Ask an administrator for a new one.`,
  );
