import type { Authenticator } from '../platform/http/index.ts';
import type { Logger } from '../platform/logging/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import { findAliveSessions, findViewer, touchSession } from './sessions.sql.ts';
import { allows, type Viewer } from './viewer.ts';

interface AuthenticatorDependencies {
  readonly database: Sql;
  readonly logger: Pick<Logger, 'warn'>;
}

/**
 * Knows readers by their session's token, asking the database each time: a user who is disabled or whose role changed
 * is treated so from the next request on.
 */
export function createAuthenticator({ database, logger }: AuthenticatorDependencies): Authenticator<Viewer> {
  return {
    authenticate: async (token) => {
      const found = await findViewer(database, token);
      // Reading goes on where nothing can be written (a full disk, a standby); the session then ends a little early.
      if (found?.isTouchDue) {
        await touchSession(database, found.viewer.sessionId).catch((error: unknown) =>
          logger.warn({ err: error }, 'the use of a session could not be noted'),
        );
      }
      return found?.viewer;
    },
    allows,
    findAlive: (sessionIds) => findAliveSessions(database, sessionIds),
  };
}
