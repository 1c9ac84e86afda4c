import { startAccessJobs } from './access/index.ts';
import { startOwnAccountJobs } from './github-access/index.ts';
import { startIngestionJobs } from './ingestion/index.ts';
import { openDependencies } from './open-dependencies.ts';
import { startTeamJobs } from './people/index.ts';
import { startFactJobs } from './reports/index.ts';
import type { RunningRole, StartRole } from './role-context.ts';

/** Composes the slices' jobs. When one of them cannot be started, nothing stays open. */
export const startWorker: StartRole = async (context): Promise<RunningRole> => {
  await using opened = new AsyncDisposableStack();
  const deps = await openDependencies(context);
  opened.defer(() => deps.close());
  await startAccessJobs(deps);
  await startOwnAccountJobs(deps);
  await startTeamJobs(deps);
  await startIngestionJobs(deps);
  await startFactJobs(deps);
  context.logger.info('The worker runs');
  const running = opened.move();
  return { stop: () => running.disposeAsync() };
};
