import type { Authenticator } from '../platform/http/index.ts';
import type { Logger } from '../platform/logging/index.ts';
import type { Database } from '../platform/sql/index.ts';
import { recordAudit } from './audit.sql.ts';
import { findAliveKeys, findKeyId, findKeyViewer, touchKey } from './keys.sql.ts';
import { findAliveSessions, findViewer, touchSession } from './sessions.sql.ts';
import { allows, type Viewer } from './viewer.ts';

interface AuthenticatorDependencies {
  readonly database: Database;
  readonly logger: Pick<Logger, 'warn'>;
}

/**
 * Knows readers by their session's token or their key, asking the database each time: a user who is disabled or whose
 * role changed is treated so from the next request on.
 */
export function createAuthenticator({ database, logger }: AuthenticatorDependencies): Authenticator<Viewer> {
  // Reading goes on where nothing can be written (a full disk, a standby); a session then ends a little early.
  const warn = (error: unknown): void =>
    logger.warn({ err: error }, 'the use of a session or key could not be noted');
  return {
    authenticate: async (token) => {
      const found = await findViewer(database, token);
      if (found?.isTouchDue) await touchSession(database, found.viewer.sessionId).catch(warn);
      return found?.viewer;
    },
    authenticateKey: async (text) => {
      const found = await findKeyViewer(database, text);
      if (found?.isTouchDue) await noteKeyUse(database, found.keyId, found.viewer.userId).catch(warn);
      return found?.viewer;
    },
    allows,
    findAlive: (sessionIds) => findAlive(database, sessionIds),
  };
}

/** The first use of a key stands in the audit; of later ones only the last is known. */
const noteKeyUse = (database: Database, keyId: number, actorUserId: number): Promise<void> =>
  database.transaction(async (tx) => {
    if (!(await touchKey(tx, keyId))) return;
    await recordAudit(tx, { actorUserId, action: 'key.first-used', subject: `key:${keyId}` });
  });

async function findAlive(database: Database, sessionIds: readonly string[]): Promise<ReadonlySet<string>> {
  const keyIds = sessionIds.flatMap((sessionId) => findKeyId(sessionId) ?? []);
  const sessions = sessionIds.filter((sessionId) => findKeyId(sessionId) === undefined);
  const [aliveSessions, aliveKeys] = await Promise.all([
    findAliveSessions(database, sessions),
    findAliveKeys(database, keyIds),
  ]);
  return aliveSessions.union(aliveKeys);
}
