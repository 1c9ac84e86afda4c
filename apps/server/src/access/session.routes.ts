import { changePassword, getSession, signIn, signOut } from '@throughline/contract';
import { AppError } from '../platform/errors/index.ts';
import type { AccessDependencies } from './access-dependencies.ts';
import { recordAudit } from './audit.sql.ts';
import { handle, handleAnyone, type RouteHandler } from './handle.ts';
import { refuseWeakPassword } from './judge-password.ts';
import { findSignOnProvider } from './oidc/sign-on-provider.sql.ts';
import { toEndAddress } from './oidc/to-end-address.ts';
import { loadSessionAnswer } from './session-answer.sql.ts';
import { createSession, endSession, endSessionsOf } from './sessions.sql.ts';
import { findSignIn, loadUsers, renewHash, setPassword } from './users.sql.ts';
import { loadWorkspace } from './workspace.sql.ts';

const passwordsPerMinute = 10;

/** Signing in and out, and changing one's own password. */
export const sessionRoutes = (deps: AccessDependencies): RouteHandler[] => [
  handleAnyone(getSession, ({ reader, request }) => loadSessionAnswer(deps, reader, request.csrfToken())),

  handleAnyone(
    signIn,
    async ({ body, reader, request }) => {
      const userId = await checkSignIn(deps, body);
      const token = await deps.database.transaction(async (tx) => {
        if (reader !== undefined) await endSession(tx, reader.sessionId);
        await recordAudit(tx, { actorUserId: userId, action: 'session.started', subject: `user:${userId}` });
        return createSession(tx, userId);
      });
      const [user] = await loadUsers(deps.database, [userId]);
      return loadSessionAnswer(deps, user, request.startSession(token));
    },
    { limit: { perMinute: passwordsPerMinute, key: ({ body }) => body.email } },
  ),

  handle(signOut, async ({ reader, request }) => {
    const provider = await deps.database.transaction(async (tx) => {
      const isSignOn = await endSession(tx, reader.sessionId);
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'session.ended',
        subject: `user:${reader.userId}`,
      });
      return isSignOn ? findSignOnProvider(tx) : undefined;
    });
    request.endSession();
    return provider?.endSessionUrl === undefined
      ? {}
      : { leaveTo: toEndAddress(provider.endSessionUrl, provider.settings.clientId, request.origin) };
  }),

  changing(deps),
];

const changing = (deps: AccessDependencies): RouteHandler =>
  handle(
    changePassword,
    async ({ body, reader }) => {
      const found = await findSignIn(deps.database, reader.email);
      // Who came by an invitation and an identity has none yet, and gives themselves one.
      const isFirst = found !== undefined && found.passwordHash === undefined;
      const verdict = isFirst || (await deps.passwords.verify(found?.passwordHash, body.current));
      if (verdict !== true && verdict.kind === 'wrong') throw currentPasswordWrong();
      refuseWeakPassword(body.next, reader);
      const passwordHash = await deps.passwords.hash(body.next);
      await deps.database.transaction(async (tx) => {
        await setPassword(tx, reader.userId, passwordHash);
        await endSessionsOf(tx, reader.userId, reader.sessionId);
        await recordAudit(tx, {
          actorUserId: reader.userId,
          action: 'password.changed',
          subject: `user:${reader.userId}`,
        });
      });
      return {};
    },
    { limit: { perMinute: passwordsPerMinute, key: (_, userId) => String(userId) } },
  );

/**
 * The user whose e-mail address and password these are. The answer and its time are the same for an unknown address, a
 * wrong password, a disabled user, and one who is to use single sign-on.
 */
async function checkSignIn(
  { database, passwords }: AccessDependencies,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<number> {
  const { isPasswordForAll } = await loadWorkspace(database);
  const found = await findSignIn(database, email);
  const mayEnter = found?.isDisabled === false && (isPasswordForAll || found.role === 'administrator');
  const verdict = await passwords.verify(mayEnter ? found.passwordHash : undefined, password);
  if (found === undefined || verdict.kind === 'wrong') {
    if (found !== undefined) {
      await recordAudit(database, { action: 'session.refused', subject: `user:${found.userId}` });
    }
    throw signInFailed();
  }
  if (verdict.renewed !== undefined) {
    await renewHash(database, found.userId, found.passwordHash, verdict.renewed);
  }
  return found.userId;
}

const signInFailed = (): AppError =>
  new AppError(
    'sign-in-failed',
    'The e-mail address and the password do not belong together. Try again, or ask an administrator.',
  );

const currentPasswordWrong = (): AppError =>
  new AppError('input-invalid', 'Your current password is another one, so it was not changed. Try again.', {
    fields: { current: 'Your current password is another one.' },
  });
