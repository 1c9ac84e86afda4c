import { type Job, type Jobs } from '../../platform/jobs/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import type { ReadingDependencies } from '../dependencies.ts';
import { readQueue } from '../queues.ts';
import { byDatabaseClock } from './database-clock.sql.ts';
import { readNextPage } from './read-next-page.client.ts';
import { expectReading, findReading } from './repository-sync.sql.ts';
import type { Step } from './step.ts';
import type { Phase } from './sync-state.ts';

/** How long one job reads on before it lets others have their turn. */
const turnMs = 20_000;

/** The newest 30 days of every repository come before anybody's history. */
const priorities: Readonly<Record<Phase, number>> = { recent: 30, incremental: 20, history: 10 };

export interface ReadPayload {
  readonly repositoryId: number;
  readonly isForced: boolean;
}

/** Reads a repository page by page for a while, then queues itself for the rest. */
export async function readRepository(
  given: ReadingDependencies,
  { repositoryId, isForced }: ReadPayload,
  job: Job,
): Promise<void> {
  const deps = await byDatabaseClock(given);
  const endMs = deps.clock.now().getTime() + turnMs;
  let step: Step = await readNextPage(deps, { repositoryId, isForced, signal: job.signal });
  while (step.kind === 'again' && deps.clock.now().getTime() < endMs) {
    step = await readNextPage(deps, { repositoryId, isForced: false, signal: job.signal });
  }
  const at = step.kind === 'again' ? deps.clock.now() : step.kind === 'later' ? step.at : undefined;
  const phase = (await findReading(deps.database, repositoryId))?.state.phase ?? 'history';
  await deps.database.transaction(async (tx) => {
    await job.complete(tx);
    if (at !== undefined) await enqueueReading(tx, deps.jobs, { repositoryId, phase, startAfter: at });
    await expectReading(tx, repositoryId, at);
  });
}

export interface ReadingToEnqueue {
  readonly repositoryId: number;
  readonly phase: Phase;
  readonly startAfter?: Date;
  /** Whether due or not, beside whatever waits for its time already. */
  readonly isForced?: boolean;
  /** Beside whatever waits for its time already; read if it is still due then. Default: where it is forced. */
  readonly isBeside?: boolean;
}

/** Queues the reading of a repository, once. */
export async function enqueueReading(
  tx: Sql,
  jobs: Jobs,
  { repositoryId, phase, startAfter, isForced = false, isBeside = isForced }: ReadingToEnqueue,
): Promise<void> {
  await jobs.enqueue(
    tx,
    readQueue,
    { repositoryId, isForced },
    {
      singletonKey: isBeside ? `${repositoryId} now` : String(repositoryId),
      priority: priorities[phase],
      ...(startAfter === undefined ? {} : { startAfter }),
    },
  );
}
