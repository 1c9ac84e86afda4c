import { createAuthenticator, type RouteHandler, sessionDays } from '../access/index.ts';
import {
  createHttpServer,
  type HttpConfiguration,
  type HttpLimits,
  type HttpServer,
} from '../platform/http/index.ts';
import type { Logger } from '../platform/logging/index.ts';
import type { Database } from '../platform/sql/index.ts';

export interface ApiOptions {
  readonly configuration: HttpConfiguration;
  readonly database: Database;
  readonly logger: Logger;
  readonly routes: readonly RouteHandler[];
  /** Where the built web lies. */
  readonly webDirectory: string;
  readonly limits?: Partial<HttpLimits>;
}

/** The server of these routes for readers with a session. */
export const createApi = ({ database, ...options }: ApiOptions): Promise<HttpServer> =>
  createHttpServer({
    ...options,
    authenticator: createAuthenticator({ database, logger: options.logger }),
    session: { cookieName: 'throughline', maxAgeSeconds: sessionDays * 24 * 3600 },
  });
