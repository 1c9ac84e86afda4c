import {
  acceptInvitation,
  createInvitation as createInvitationRoute,
  getInvitationByLink,
  type Invitation,
  listInvitations,
  revokeInvitation as revokeInvitationRoute,
} from '@throughline/contract';
import { AppError } from '../platform/errors/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import type { AccessDependencies } from './access-dependencies.ts';
import { recordAudit } from './audit.sql.ts';
import { handle, handleAnyone, type RouteHandler } from './handle.ts';
import {
  createInvitation,
  findOpenInvitation,
  type InvitationRecord,
  invitationInvalid,
  loadInvitations,
  revokeInvitation,
  takeInvitation,
} from './invitations.sql.ts';
import { refuseWeakPassword } from './judge-password.ts';
import { loadSessionAnswer } from './session-answer.sql.ts';
import { createSession } from './sessions.sql.ts';
import { createUser, emailTaken, findSignIn, type NewUser } from './users.sql.ts';
import { loadWorkspace } from './workspace.sql.ts';

/** Inviting by a link, and joining by it. */
export const invitationRoutes = (deps: AccessDependencies): RouteHandler[] => [
  handle(listInvitations, async () => ({
    invitations: (await loadInvitations(deps.database)).map(toInvitation),
  })),

  handle(createInvitationRoute, async ({ body, reader, request }) => {
    const { invitation, path } = await deps.database.transaction(async (tx) => {
      if ((await findSignIn(tx, body.email)) !== undefined) throw emailTaken();
      const made = await createInvitation(tx, { ...body, invitedBy: reader.userId });
      await auditInvitation(tx, reader.userId, 'invitation.created', made.invitation);
      return made;
    });
    return { invitation: toInvitation(invitation), link: `${request.origin}${path}` };
  }),

  handle(revokeInvitationRoute, async ({ params: { invitationId }, reader }) => {
    await deps.database.transaction(async (tx) => {
      if (!(await revokeInvitation(tx, invitationId))) throw notOpen();
      const subject = `invitation:${invitationId}`;
      await recordAudit(tx, { actorUserId: reader.userId, action: 'invitation.revoked', subject });
    });
    return {};
  }),

  handleAnyone(getInvitationByLink, async ({ params }) => {
    const found = await findOpenInvitation(deps.database, params.token);
    if (found === undefined) throw invitationInvalid();
    const { name: workspaceName } = await loadWorkspace(deps.database);
    return { email: found.email, role: found.role, workspaceName, expiresAt: found.expiresAt.toISOString() };
  }),

  handleAnyone(acceptInvitation, async ({ params, body, request }) => {
    const offered = await findOpenInvitation(deps.database, params.token);
    if (offered === undefined) throw invitationInvalid();
    const { email, role } = offered;
    refuseWeakPassword(body.password, { email, name: body.name });
    const passwordHash = await deps.passwords.hash(body.password);
    const user: NewUser = { email, role, name: body.name, passwordHash };
    const { userId, token } = await deps.database.transaction((tx) => join(tx, params.token, user));
    return loadSessionAnswer(deps, { ...user, userId }, request.startSession(token));
  }),
];

async function join(
  tx: Sql,
  link: string,
  user: NewUser,
): Promise<{ readonly userId: number; readonly token: string }> {
  const taken = await takeInvitation(tx, link);
  if (taken === undefined) throw invitationInvalid();
  const userId = await createUser(tx, user);
  await auditInvitation(tx, userId, 'invitation.used', taken);
  return { userId, token: await createSession(tx, userId) };
}

const auditInvitation = (
  tx: Sql,
  actorUserId: number,
  action: 'invitation.created' | 'invitation.used',
  { invitationId, role }: InvitationRecord,
): Promise<void> =>
  recordAudit(tx, { actorUserId, action, subject: `invitation:${invitationId}`, detail: { role } });

const toInvitation = ({ createdAt, expiresAt, ...record }: InvitationRecord): Invitation => ({
  ...record,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});

const notOpen = (): AppError =>
  new AppError(
    'conflict',
    'This invitation is not open any more, so there was nothing to withdraw. Reload the page.',
  );
