import { GitHubFailure, QuotaWait } from '@throughline/github';
import type { Job } from '../../platform/jobs/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import type { ReadingDependencies } from '../dependencies.ts';
import { lookUpQueue } from '../queues.ts';
import { askWhatIsWrong } from './ask-what-is-wrong.sql.ts';
import { byDatabaseClock } from './database-clock.sql.ts';
import { atOnce, takeGaps } from './gap-round.sql.ts';
import { type LookUp, loadLookUps } from './look-again.sql.ts';
import { lookAtPlaces } from './look-at-places.client.ts';
import { lookUpTogether } from './look-up.client.ts';
import { findReading, type Reading } from './repository-sync.sql.ts';

/** When GitHub could not be asked, it is asked again after this. */
const retryMs = 60_000;

/** What was found beyond this is looked up by the next job. */
const most = 25;

/** Reads contradicted pull requests again, and those that could not be read; what GitHub says now decides. */
export async function lookUpPullRequests(
  given: ReadingDependencies,
  { repositoryId }: { readonly repositoryId: number },
  job: Job,
): Promise<void> {
  const deps = await byDatabaseClock(given);
  const reading = await findReading(deps.database, repositoryId);
  const wanted = reading === undefined ? [] : await takeLookUps(deps.database, repositoryId);
  if (reading === undefined) return;
  try {
    if (wanted.length > 0) await lookUpTogether(deps, reading, wanted, job.signal);
    const found = await lookAtPlaces(deps, reading, job.signal);
    if (found.length > 0) await lookUpTogether(deps, reading, found.slice(0, most), job.signal);
  } catch (thrown) {
    const at = toRetryAt(thrown, deps.clock.now(), reading);
    const isParked = at === undefined && (await findReading(deps.database, repositoryId)) === undefined;
    if (isParked) return;
    if (at === undefined || job.signal.aborted) throw thrown;
    await deps.database.transaction(async (tx) => {
      await job.complete(tx);
      const options = { singletonKey: String(repositoryId), startAfter: at };
      await deps.jobs.enqueue(tx, lookUpQueue, { repositoryId }, options);
      await askWhatIsWrong(tx, deps.jobs, reading.connectionId, thrown);
    });
  }
}

/** What waits for a look; where that fills no question, with the next of those in which something is missing. */
async function takeLookUps(database: Database, repositoryId: number): Promise<readonly LookUp[]> {
  const waiting = await loadLookUps(database, repositoryId);
  if (waiting.length >= atOnce) return waiting;
  const hasTaken = await database.transaction((tx) => takeGaps(tx, repositoryId));
  return hasTaken ? loadLookUps(database, repositoryId) : waiting;
}

/** A repository of which GitHub answers nothing is asked no more often for single pull requests than for its pages. */
function toRetryAt(thrown: unknown, now: Date, { state }: Reading): Date | undefined {
  if (thrown instanceof QuotaWait) return thrown.untilAt;
  if (!(thrown instanceof GitHubFailure)) return undefined;
  const pageMs = state.wait?.reason === 'retry' ? state.wait.untilAt.getTime() : 0;
  return new Date(Math.max(now.getTime() + retryMs, pageMs));
}
