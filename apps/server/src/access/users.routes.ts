import { listUsers, updateUser } from '@throughline/contract';
import { notFound } from '../platform/errors/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import type { AccessDependencies } from './access-dependencies.ts';
import { recordAudit } from './audit.sql.ts';
import { handle, type RouteHandler } from './handle.ts';
import { judgeUserChange, type UserChange } from './judge-user-change.ts';
import { revokeKeysOf } from './keys.sql.ts';
import { createSession, endSessionsOf } from './sessions.sql.ts';
import {
  loadUsers,
  lockAdministrators,
  lockLocalAdministrators,
  lockUser,
  setDisabled,
  setRole,
} from './users.sql.ts';

/** Who may sign in, and as what. */
export const userRoutes = ({ database, personOf }: AccessDependencies): RouteHandler[] => [
  handle(listUsers, async () => {
    const users = await loadUsers(database);
    const people = await personOf(
      database,
      users.map((user) => user.userId),
    );
    return {
      users: users.map(({ createdAt, lastSeenAt, disabledAt, ...user }) => {
        const person = people.get(user.userId);
        return {
          ...user,
          createdAt: createdAt.toISOString(),
          ...(lastSeenAt === undefined ? {} : { lastSeenAt: lastSeenAt.toISOString() }),
          ...(disabledAt === undefined ? {} : { disabledAt: disabledAt.toISOString() }),
          ...(person === undefined ? {} : { person }),
        };
      }),
    };
  }),

  handle(updateUser, async ({ params: { userId }, body, reader, request }) => {
    const token = await database.transaction(async (tx) => {
      const all = await lockAdministrators(tx);
      const local = await lockLocalAdministrators(tx);
      // Whoever is the last with a password is the last: others get in only while a provider answers.
      const administrators = local.includes(userId) ? local : all;
      const current = await lockUser(tx, userId);
      if (current === undefined) throw notFound();
      const change = judgeUserChange({ userId, current, asked: body, administrators });
      if (Object.keys(change).length === 0) return undefined;
      await applyChange(tx, reader.userId, userId, change);
      await endSessionsOf(tx, userId);
      const isOwnRole = userId === reader.userId && change.isDisabled !== true;
      return isOwnRole ? createSession(tx, userId) : undefined;
    });
    if (token !== undefined) request.startSession(token);
    return {};
  }),
];

/** A session made for one role never serves another: the caller's own is replaced, everybody else signs in again. */
async function applyChange(tx: Sql, actorUserId: number, userId: number, change: UserChange): Promise<void> {
  const subject = `user:${userId}`;
  if (change.role !== undefined) {
    await setRole(tx, userId, change.role);
    await recordAudit(tx, {
      actorUserId,
      action: 'user.role-changed',
      subject,
      detail: { role: change.role },
    });
  }
  if (change.isDisabled !== undefined) {
    await setDisabled(tx, userId, change.isDisabled);
    const action = change.isDisabled ? 'user.disabled' : 'user.enabled';
    await recordAudit(tx, { actorUserId, action, subject });
    if (change.isDisabled) await revokeKeys(tx, actorUserId, userId);
  }
}

/** Enabling a user brings back what they may, and no key that somebody may have copied. */
async function revokeKeys(tx: Sql, actorUserId: number, userId: number): Promise<void> {
  const keyIds = await revokeKeysOf(tx, userId);
  if (keyIds.length === 0) return;
  const subject = `user:${userId}`;
  await recordAudit(tx, { actorUserId, action: 'key.all-revoked', subject, detail: { keys: keyIds } });
}
