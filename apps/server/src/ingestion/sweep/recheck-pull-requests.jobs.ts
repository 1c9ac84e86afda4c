import { GitHubFailure, QuotaWait } from '@throughline/github';
import { findConnection, loadConnections } from '../../github-access/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import type { ReadingDependencies } from '../dependencies.ts';
import { recheckQueue } from '../queues.ts';
import { byDatabaseClock } from '../reading/database-clock.sql.ts';
import { type DueRecheck, loadDueRechecks, type RecheckShare } from './due-rechecks.sql.ts';
import { recheckGroup } from './recheck-group.client.ts';

const hourMs = 60 * 60 * 1000;

/** A share an hour. Not 24: a machine that is off every night then misses another share each time, none for ever. */
const slots = 23;

/** As many as cost one point, whatever repositories they are in; and after that was too much for GitHub. */
const atOnce = { first: 29, afterwards: 5 } as const;

/**
 * Reads about once a day again what may change without GitHub telling of an update: a resolved thread, an edited
 * comment. An hour's share at a time, of all connections.
 */
export async function recheckPullRequests(
  given: ReadingDependencies,
  _payload: object,
  job: Job,
): Promise<void> {
  const deps = await byDatabaseClock(given);
  const hour = Math.floor(deps.clock.now().getTime() / hourMs);
  for (const { connectionId, state } of await loadConnections(deps.database)) {
    if (state !== 'active') continue;
    await recheckConnection(deps, connectionId, { slot: hour % slots, slots }, job.signal);
  }
  await deps.database.transaction(async (tx) => {
    await job.complete(tx);
    await deps.jobs.enqueue(tx, recheckQueue, {}, { startAfter: new Date((hour + 1) * hourMs) });
  });
}

/** Reads a share of a connection's pull requests again. What GitHub does not answer now is left to another day. */
export async function recheckConnection(
  deps: ReadingDependencies,
  connectionId: number,
  share: RecheckShare,
  signal: AbortSignal,
): Promise<void> {
  const due = await loadDueRechecks(deps.database, connectionId, share);
  if (due.length === 0) return;
  try {
    const { client } = await deps.clients.forConnection(connectionId, 'incremental', signal);
    for (const group of toGroups(due, atOnce.first)) {
      if (await isRead(() => recheckGroup(deps, client, group))) continue;
      for (const part of toGroups(group, atOnce.afterwards))
        await isRead(() => recheckGroup(deps, client, part));
    }
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    if ((await findConnection(deps.database, connectionId)) === undefined) return;
    if (!(thrown instanceof GitHubFailure || thrown instanceof QuotaWait)) throw thrown;
    deps.logger.warn({ err: thrown, connectionId }, 'Pull requests are looked at again another day');
  }
}

/** False when it was too much at once. */
async function isRead(read: () => Promise<void>): Promise<boolean> {
  try {
    await read();
    return true;
  } catch (thrown) {
    if (thrown instanceof GitHubFailure && (thrown.kind === 'timeout' || thrown.kind === 'resource-limit')) {
      return false;
    }
    throw thrown;
  }
}

const toGroups = (due: readonly DueRecheck[], size: number): readonly (readonly DueRecheck[])[] =>
  Array.from({ length: Math.ceil(due.length / size) }, (_, at) => due.slice(at * size, (at + 1) * size));
