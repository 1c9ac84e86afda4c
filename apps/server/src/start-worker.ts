import { startAccessJobs } from './access/index.ts';
import { startOwnAccountJobs } from './github-access/index.ts';
import { startIngestionJobs } from './ingestion/index.ts';
import { openDependencies } from './open-dependencies.ts';
import { startTeamJobs } from './people/index.ts';
import { startFactJobs } from './reports/index.ts';
import type { RunningRole, StartRole } from './role-context.ts';

/** Composes the slices' jobs. */
export const startWorker: StartRole = async (context): Promise<RunningRole> => {
  const deps = await openDependencies(context);
  await startAccessJobs(deps);
  await startOwnAccountJobs(deps);
  await startTeamJobs(deps);
  await startIngestionJobs(deps);
  await startFactJobs(deps);
  context.logger.info('The worker runs');
  return { stop: () => deps.close() };
};
