import { AppError } from '../platform/errors/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import { recordAudit } from './audit.sql.ts';
import { findUserOfIdentity, type IdentityKey, storeIdentity, touchIdentity } from './identities.sql.ts';
import { findInvitationById, invitationInvalid, takeInvitationById } from './invitations.sql.ts';
import { createSession, endSession } from './sessions.sql.ts';
import { createUser } from './users.sql.ts';

/** Somebody whom a sign-in elsewhere proved to be there. */
export interface Entering extends IdentityKey {
  readonly label: string;
  /** The session this browser had, which ends: nobody goes on under an id that was there before. */
  readonly endsSessionId: string | undefined;
  /** By single sign-on, whose end may be offered too. */
  readonly isSignOn?: boolean;
}

/** Begins a session for whoever an identity is, and returns its token. Throws `sign-in-failed` for all others alike. */
export async function enterByIdentity(tx: Sql, given: Entering): Promise<string> {
  const userId = await findUserOfIdentity(tx, given);
  if (userId === undefined) throw identityUnknown();
  await touchIdentity(tx, given, given.label);
  return startSession(tx, userId, given);
}

interface Joining extends Entering {
  readonly invitationId: number;
  readonly name: string;
}

/** Takes an invitation with an identity in a password's place, and returns the token of the first session. */
export async function joinByIdentity(tx: Sql, given: Joining): Promise<string> {
  const offered = await findInvitationById(tx, given.invitationId);
  if (offered === undefined || !(await takeInvitationById(tx, given.invitationId))) throw invitationInvalid();
  const { email, role } = offered;
  const userId = await createUser(tx, { email, role, name: given.name, passwordHash: undefined });
  if (!(await storeIdentity(tx, { ...given, userId }))) throw identityTaken();
  await recordAudit(tx, {
    actorUserId: userId,
    action: 'invitation.used',
    subject: `invitation:${given.invitationId}`,
    detail: { role, by: given.issuer },
  });
  return startSession(tx, userId, given);
}

/** Begins a session for somebody who is known by now, and returns its token. */
async function startSession(
  tx: Sql,
  userId: number,
  { issuer, endsSessionId, isSignOn = false }: Pick<Entering, 'issuer' | 'endsSessionId' | 'isSignOn'>,
): Promise<string> {
  if (endsSessionId !== undefined) await endSession(tx, endsSessionId);
  await recordAudit(tx, {
    actorUserId: userId,
    action: 'session.started',
    subject: `user:${userId}`,
    detail: { by: issuer },
  });
  return createSession(tx, userId, isSignOn);
}

/** The same for an identity nobody connected, one whose user is disabled, and one that is not let in. */
export const identityUnknown = (): AppError =>
  new AppError(
    'sign-in-failed',
    'Nobody here signs in with this account. Sign in by e-mail and password and connect it under Settings, You; or open the link of your invitation.',
  );

export const identityTaken = (): AppError =>
  new AppError(
    'identity-taken',
    'This account signs somebody else in already. Choose another one there, or ask an administrator who has it.',
  );
