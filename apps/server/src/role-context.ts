import { type Clock, createMovedClock, systemClock } from './platform/clock/index.ts';
import type { Configuration } from './platform/configuration/index.ts';
import { createJobs, type Jobs } from './platform/jobs/index.ts';
import { createLogger, createSecretMask, type Logger, type SecretMask } from './platform/logging/index.ts';
import { createDatabase, type Database } from './platform/sql/index.ts';
import { listQueues } from './queues.ts';

/** What both roles stand on; slices are composed upon it in `start-api.ts` and `start-worker.ts`. */
export interface RoleContext {
  readonly role: 'api' | 'worker';
  readonly configuration: Configuration;
  readonly clock: Clock;
  readonly secretMask: SecretMask;
  readonly logger: Logger;
  readonly database: Database;
  readonly jobs: Jobs;
}

/** A role that runs. */
export interface RunningRole {
  /** Where people reach it; the api's alone. */
  readonly address?: string;
  /** Sentences for whoever started us, such as the set-up link. */
  readonly notes?: readonly string[];
  /** Takes nothing new and resolves when what runs has ended. */
  stop(): Promise<void>;
}

export type StartRole = (context: RoleContext) => Promise<RunningRole>;

const webTimeoutMs = 5_000;
const workerTimeoutMs = 60_000;

const toDatabase = (role: 'api' | 'worker', url: string, logger: Logger): Database =>
  createDatabase(url, {
    applicationName: `throughline ${role}`,
    statementTimeoutMs: role === 'api' ? webTimeoutMs : workerTimeoutMs,
    onIdleError: (error) =>
      logger.warn({ err: error }, 'A connection to the database broke; another will be opened'),
  });

/** Opens what a role stands on. `databaseUrl` is known to be there and to have this version's schema. */
export const openRoleContext = async (
  role: 'api' | 'worker',
  configuration: Configuration,
  databaseUrl: string,
): Promise<RoleContext> => {
  const { testClock } = configuration;
  const secretMask = createSecretMask();
  secretMask.registerForever(decodeURIComponent(URL.parse(databaseUrl)?.password ?? ''));
  const logger = createLogger({ level: configuration.logLevel, secrets: secretMask }).child({ role });
  const jobs = createJobs({
    url: databaseUrl,
    role: role === 'api' ? 'sender' : 'worker',
    queues: listQueues(),
    onFailure: (error, queue) =>
      logger.error({ err: error, queue }, queue === undefined ? 'The job queue failed' : 'A job failed'),
  });
  await jobs.start();
  return {
    role,
    configuration,
    clock: testClock === undefined ? systemClock : createMovedClock(testClock),
    secretMask,
    logger,
    database: toDatabase(role, databaseUrl, logger),
    jobs,
  };
};
