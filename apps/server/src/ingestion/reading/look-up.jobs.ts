import {
  completePullRequests,
  completeThreads,
  GitHubFailure,
  peekPullRequests,
  QuotaWait,
  readPullRequests,
  type UnreadableEntry,
} from '@throughline/github';
import { markPullRequestsGone } from '../../activity/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import type { ReadingDependencies } from '../dependencies.ts';
import { lookUpQueue } from '../queues.ts';
import { askWhatIsWrong } from './ask-what-is-wrong.sql.ts';
import { byDatabaseClock } from './database-clock.sql.ts';
import { endLookUps, type LookUp, loadLookUps } from './look-again.sql.ts';
import { withFiles } from './read-page.client.ts';
import { addHeld, findReading, type Reading } from './repository-sync.sql.ts';
import { toUnreadable } from './to-unreadable.ts';
import { writeRead } from './write-read.sql.ts';

/** When GitHub could not be asked, it is asked again after this. */
const retryMs = 60_000;

/** Reads contradicted pull requests again, and those that could not be read; what GitHub says now decides. */
export async function lookUpPullRequests(
  given: ReadingDependencies,
  { repositoryId }: { readonly repositoryId: number },
  job: Job,
): Promise<void> {
  const deps = await byDatabaseClock(given);
  const reading = await findReading(deps.database, repositoryId);
  const wanted = reading === undefined ? [] : await loadLookUps(deps.database, repositoryId);
  if (reading === undefined || wanted.length === 0) return;
  try {
    await lookUp(deps, reading, wanted, job.signal);
  } catch (thrown) {
    const at = toRetryAt(thrown, deps.clock.now());
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

function toRetryAt(thrown: unknown, now: Date): Date | undefined {
  if (thrown instanceof QuotaWait) return thrown.untilAt;
  return thrown instanceof GitHubFailure ? new Date(now.getTime() + retryMs) : undefined;
}

async function lookUp(
  deps: ReadingDependencies,
  reading: Reading,
  wanted: readonly LookUp[],
  signal: AbortSignal,
): Promise<void> {
  const { repositoryId, hostId, nodeId, connectionId } = reading;
  const { client } = await deps.clients.forConnection(connectionId, 'lookup', signal);
  const nodeIds = wanted.map((one) => one.nodeId);
  const read = await readPullRequests(client, nodeIds);
  const giveUp = true;
  const complete = await completePullRequests(client, read.pullRequests, { giveUp });
  const spoken = await completeThreads(client, complete, { giveUp });
  const { clock } = deps;
  const pullRequests = await withFiles({ client, clock }, spoken, { giveUp, size: reading.filesSize });
  const gone = findGone(wanted, read.unreadable);
  // Gone is only what a repository that answers does not have.
  if (gone.length > 0) await peekPullRequests(client, { repositoryNodeId: nodeId, pageSize: 1 });
  await deps.database.transaction(async (tx) => {
    const { added } = await writeRead(tx, deps.secretBox, {
      repositoryId,
      hostId,
      pullRequests,
      unreadable: read.unreadable
        .filter(({ reason }) => reason !== 'gone')
        .map((entry) => toUnreadable(entry, '')),
      observedAt: read.observedAt,
      decided: new Set(
        wanted.flatMap(({ number, isDeciding }) => (isDeciding && number !== undefined ? [number] : [])),
      ),
    });
    await endLookUps(tx, repositoryId, nodeIds);
    const { observedAt } = read;
    const marked = await markPullRequestsGone(tx, { repositoryId, numbers: gone, observedAt });
    await addHeld(tx, repositoryId, added.length - marked.length);
  });
}

const findGone = (wanted: readonly LookUp[], unreadable: readonly UnreadableEntry[]): readonly number[] =>
  unreadable
    .filter(({ reason }) => reason === 'gone')
    .flatMap(({ position }) => wanted[position]?.number ?? []);
