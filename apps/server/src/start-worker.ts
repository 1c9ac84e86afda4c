import type { RunningRole, StartRole } from './role-context.ts';

/** Composes the slices' jobs. */
export const startWorker: StartRole = async ({ logger }): Promise<RunningRole> => {
  logger.info('The worker runs');
  return { stop: () => Promise.resolve() };
};
