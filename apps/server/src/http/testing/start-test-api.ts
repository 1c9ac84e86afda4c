import { Writable } from 'node:stream';
import type { Role } from '@throughline/contract';
import { afterAll } from 'vitest';
import type { RouteHandler } from '../../access/index.ts';
import { createTestSession, createTestUser, type TestUser } from '../../access/testing/test-users.ts';
import type { DeclaredRoute, HttpConfiguration, HttpLimits } from '../../platform/http/index.ts';
import { createLogger, createSecretMask } from '../../platform/logging/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/sql/testing/index.ts';
import { createApi } from '../create-api.ts';
import { createTestClient, type TestClient } from './test-client.ts';

type ToRoutes = readonly RouteHandler[] | Promise<readonly RouteHandler[]>;

interface TestApiOptions {
  /** A database made by `testDatabase()`; default: one of its own. */
  readonly database?: TestDatabase;
  /** Which routes to serve; default: all. A slice's own test gives its own, and loads no other slice. */
  readonly routes?: (deps: { readonly database: Database }) => ToRoutes;
  readonly configuration?: Partial<HttpConfiguration>;
  readonly limits?: Partial<HttpLimits>;
  readonly webDirectory?: string;
}

export interface TestApi {
  readonly origin: string;
  readonly database: TestDatabase;
  readonly routes: readonly DeclaredRoute[];
  /** Every line of the log, from debug up. */
  readonly log: readonly string[];
  /** Somebody who is not signed in. */
  visit(): Promise<TestClient>;
  /** A new user of this role, signed in. */
  signIn(role: Role): Promise<TestClient & { readonly user: TestUser }>;
  close(): Promise<void>;
}

/** Starts the whole API over real HTTP on a database of the calling test file; ends with the file's tests. */
export async function startTestApi(options: TestApiOptions = {}): Promise<TestApi> {
  const database = options.database ?? (await testDatabase());
  const log: string[] = [];
  const destination = new Writable({
    write: (chunk, _, done) => {
      log.push(String(chunk));
      done();
    },
  });
  const server = await createApi({
    configuration: {
      publicUrl: undefined,
      host: '127.0.0.1',
      port: 0,
      trustedProxies: [],
      ...options.configuration,
    },
    database,
    logger: createLogger({ level: 'debug', secrets: createSecretMask(), destination }),
    routes: await (options.routes?.({ database }) ?? composeAll(database)),
    webDirectory: options.webDirectory ?? '/nowhere',
    limits: { callsPerMinute: 100_000, ...options.limits },
  });
  const origin = await server.listen();
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= server.close());
  afterAll(close);

  return {
    origin,
    database,
    routes: server.routes,
    log,
    close,
    visit: () => createTestClient(origin),
    signIn: async (role) => {
      const user = await createTestUser(database, role);
      const client = await createTestClient(origin, await createTestSession(database, user.userId));
      return Object.assign(client, { user });
    },
  };
}

/** All slices' routes, loaded only when all are asked for. Jobs are enqueued and nobody runs them. */
async function composeAll(database: TestDatabase): Promise<readonly RouteHandler[]> {
  const [
    { composeRoutes },
    { openAccessDependencies },
    { createJobs },
    { ingestionQueues },
    { parseConfiguration },
  ] = await Promise.all([
    import('../compose-routes.ts'),
    import('../../github-access/testing/access-dependencies.ts'),
    import('../../platform/jobs/index.ts'),
    import('../../ingestion/index.ts'),
    import('../../platform/configuration/index.ts'),
  ]);
  const deps = openAccessDependencies(database, { loopbackOrigins: [] });
  const jobs = createJobs({
    url: database.url,
    role: 'sender',
    queues: ingestionQueues,
    onFailure: () => {},
  });
  await jobs.start();
  afterAll(async () => {
    await jobs.stop();
    await deps.close();
  });
  const configuration = parseConfiguration({ DATABASE_URL: database.url }, '/nowhere');
  return composeRoutes({ ...deps, jobs, configuration });
}
