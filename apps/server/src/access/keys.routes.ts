import {
  createKey as createKeyRoute,
  getMe,
  listKeys,
  revokeKey as revokeKeyRoute,
} from '@throughline/contract';
import { AppError, notFound } from '../platform/errors/index.ts';
import type { AccessDependencies } from './access-dependencies.ts';
import { recordAudit } from './audit.sql.ts';
import { handle, type RouteHandler } from './handle.ts';
import { createKey, findKeyId, loadKeys, revokeKey } from './keys.sql.ts';
import { loadWorkspace } from './workspace.sql.ts';

/** More than anybody tells apart; without a limit a script that makes one at each run fills the table. */
const mostKeys = 50;

/** The keys with which programs speak for a user; each user makes and revokes their own. */
export const keyRoutes = ({ database, personOf }: AccessDependencies): RouteHandler[] => [
  handle(getMe, async ({ reader: { userId, email, name, role, sessionId } }) => {
    const workspace = await loadWorkspace(database);
    const person = (await personOf(database, [userId])).get(userId);
    const keyId = findKeyId(sessionId);
    const key =
      keyId === undefined
        ? undefined
        : (await loadKeys(database, userId)).find((candidate) => candidate.keyId === keyId);
    return {
      user: { userId, email, name, role, ...(person === undefined ? {} : { person }) },
      workspace: { name: workspace.name, zone: workspace.zone },
      ...(key === undefined ? {} : { key }),
    };
  }),

  handle(listKeys, async ({ reader }) => ({ keys: await loadKeys(database, reader.userId) })),

  handle(createKeyRoute, async ({ body, reader: { userId } }) =>
    database.transaction(async (tx) => {
      if ((await loadKeys(tx, userId)).length >= mostKeys) throw tooMany();
      const made = await createKey(tx, { ...body, userId });
      await recordAudit(tx, {
        actorUserId: userId,
        action: 'key.created',
        subject: `key:${made.key.keyId}`,
        detail: { scope: body.scope, days: body.days },
      });
      return made;
    }),
  ),

  handle(revokeKeyRoute, async ({ params: { keyId }, reader: { userId } }) => {
    await database.transaction(async (tx) => {
      if (!(await revokeKey(tx, userId, keyId))) throw notFound();
      await recordAudit(tx, { actorUserId: userId, action: 'key.revoked', subject: `key:${keyId}` });
    });
    return {};
  }),
];

const tooMany = (): AppError =>
  new AppError(
    'keys-too-many',
    `You have ${mostKeys} keys, and more are not made. Revoke one and try again.`,
  );
