import type { Configuration } from './platform/configuration/index.ts';
import { AppError } from './platform/errors/index.ts';
import { prepareDatabase } from './prepare-database.ts';
import { openRoleContext, type RoleContext, type RunningRole, type StartRole } from './role-context.ts';
import { tellSupervisor } from './role-messages.ts';
import { startApi } from './start-api.ts';
import { startWorker } from './start-worker.ts';
import { waitForStop } from './wait-for-stop.ts';

const starters: Readonly<Record<'api' | 'worker', StartRole>> = { api: startApi, worker: startWorker };

const getDatabaseUrl = ({ databaseUrl }: Configuration): string => {
  if (databaseUrl !== undefined) return databaseUrl;
  throw new AppError(
    'configuration-invalid',
    'A role of its own needs DATABASE_URL: the address of the PostgreSQL that all roles use. Without --role, ' +
      'Throughline starts everything itself.',
    { context: { variable: 'DATABASE_URL' } },
  );
};

const announce = (role: string, { address, notes = [] }: RunningRole): void => {
  console.log(address === undefined ? `The ${role} runs.` : `The ${role} listens on ${address}`);
  for (const note of notes) console.log(note);
};

const close = async ({ jobs, database }: RoleContext): Promise<void> => {
  await jobs.stop();
  await database.close();
};

/** Runs one role in this process until it is told to stop. A supervisor has prepared the database, and announces it. */
export const runRole = async (
  role: 'api' | 'worker',
  configuration: Configuration,
  isSupervised: boolean,
): Promise<void> => {
  const stopped = waitForStop();
  const databaseUrl = getDatabaseUrl(configuration);
  if (!isSupervised) await prepareDatabase(databaseUrl);
  const context = await openRoleContext(role, configuration, databaseUrl);
  try {
    const running = await starters[role](context);
    if (isSupervised) tellSupervisor({ kind: 'ready', address: running.address, notes: running.notes ?? [] });
    else announce(role, running);
    await stopped;
    await running.stop();
  } finally {
    await close(context);
  }
};
