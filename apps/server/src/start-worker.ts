import { startAccessJobs } from './access/index.ts';
import type { RunningRole, StartRole } from './role-context.ts';

/** Composes the slices' jobs. */
export const startWorker: StartRole = async (context): Promise<RunningRole> => {
  await startAccessJobs(context);
  context.logger.info('The worker runs');
  return { stop: () => Promise.resolve() };
};
