import { GitHubFailure, QuotaWait, sweepRepositories } from '@throughline/github';
import { findConnection, loadConnections } from '../../github-access/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import type { ReadingDependencies } from '../dependencies.ts';
import { recheckQueue } from '../queues.ts';
import { askWhatIsWrong } from '../reading/ask-what-is-wrong.sql.ts';
import { byDatabaseClock } from '../reading/database-clock.sql.ts';
import { withFurtherTries } from '../reading/further-tries.client.ts';
import { beginWeeklyRounds } from '../reading/gap-round.sql.ts';
import { type Apart, isOfDatabase, readApart, toGroups } from '../reading/read-apart.client.ts';
import { loadDueGaps, loadStillOpen, saveTries } from './due-gaps.sql.ts';
import { type DueRecheck, loadDueRechecks, type RecheckShare } from './due-rechecks.sql.ts';
import { recheckGroup } from './recheck-group.client.ts';
import { refreshLogins } from './refresh-logins.client.ts';

const hourMs = 60 * 60 * 1000;

/** A share an hour. Not 24: a machine that is off every night then misses another share each time, none for ever. */
const slots = 23;

/** As many as cost one point, whatever repositories they are in. */
const atOnce = 29;

/** Pull requests in which something is missing that are asked for again in an hour, of one connection. */
const mostGaps = 290;

/**
 * Reads about once a day again what may change without GitHub telling of an update: a resolved thread, an edited
 * comment; and what a fault of another day cut off. An hour's share at a time, of all connections. The share comes first:
 * it waits a day for its next turn, what was cut off an hour.
 */
export async function recheckPullRequests(
  given: ReadingDependencies,
  _payload: object,
  job: Job,
): Promise<void> {
  const deps = await byDatabaseClock(given);
  const hour = Math.floor(deps.clock.now().getTime() / hourMs);
  for (const { connectionId, state, data } of await loadConnections(deps.database)) {
    if (state !== 'active' || !data.includes('pull-requests')) continue;
    const share = { slot: hour % slots, slots };
    await tryConnection(deps, connectionId, job.signal, async (asking) => {
      await recheckConnection(deps, asking, share);
      await readAgainWhole(deps, asking, { hasFiles: data.includes('files') });
      if (share.slot === 0) await refreshLogins(deps, asking.client, connectionId);
    });
  }
  await deps.database.transaction(async (tx) => {
    await beginWeeklyRounds(tx);
    await job.complete(tx);
    await deps.jobs.enqueue(tx, recheckQueue, {}, { startAfter: new Date((hour + 1) * hourMs) });
  });
}

/** A connection whose pull requests are looked at again, and with what. */
interface Asking extends Connected {
  readonly connectionId: number;
  readonly signal: AbortSignal;
}

type Connected = Awaited<ReturnType<ReadingDependencies['clients']['forConnection']>>;

/** What GitHub does not answer now, and what we fail at, is left to another hour, and keeps no other connection waiting. */
export async function tryConnection(
  deps: ReadingDependencies,
  connectionId: number,
  signal: AbortSignal,
  read: (asking: Asking) => Promise<void>,
): Promise<void> {
  try {
    const connected = await deps.clients.forConnection(connectionId, 'incremental', signal);
    const client = withFurtherTries(connected.client, deps.clock, signal);
    await read({ ...connected, client, connectionId, signal });
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    if ((await findConnection(deps.database, connectionId)) === undefined) return;
    if (isOfDatabase(thrown)) throw thrown;
    const level = thrown instanceof GitHubFailure || thrown instanceof QuotaWait ? 'warn' : 'error';
    deps.logger[level]({ err: thrown, connectionId }, 'Pull requests are looked at again another time');
    await askWhatIsWrong(deps.database, deps.jobs, connectionId, thrown);
  }
}

/** Reads a share of a connection's pull requests again. Files do not change without an update. */
export async function recheckConnection(
  deps: ReadingDependencies,
  asking: Asking,
  share: RecheckShare,
): Promise<void> {
  const due = await loadDueRechecks(deps.database, asking.connectionId, share);
  const apart = toApart(deps, asking, { hasFiles: false });
  for (const group of toGroups(due, atOnce)) await readApart(apart, group);
}

/**
 * Reads pull requests of a connection whole in which something is missing, group by group. A try is counted once all of a
 * group was asked for: when GitHub wants a pause, or answers nothing, none was.
 */
export async function readAgainWhole(
  deps: ReadingDependencies,
  asking: Asking,
  { hasFiles }: { readonly hasFiles: boolean } = { hasFiles: true },
): Promise<void> {
  const { database } = deps;
  const apart = toApart(deps, asking, { hasFiles });
  for (let count = 0; count < mostGaps; count += atOnce) {
    const due = await loadDueGaps(database, asking.connectionId, { atMost: atOnce, hasFiles });
    if (due.length === 0) return;
    await readApart(apart, due);
    const open = await loadStillOpen(database, due);
    await database.transaction((tx) => saveTries(tx, due, open));
  }
}

const toApart = (
  deps: ReadingDependencies,
  { client, connection, signal }: Asking,
  options: Parameters<typeof recheckGroup>[3],
): Apart<DueRecheck> => ({
  signal,
  askElse: () => sweepRepositories(client, { organisation: connection.organisation, nodeIds: [] }),
  read: (group) => recheckGroup(deps, client, group, options),
  leave: async ({ repositoryId, number }, thrown) => {
    deps.logger.warn({ err: thrown, repositoryId, number }, 'A pull request cannot be read again by itself');
  },
});
