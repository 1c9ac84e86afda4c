import { type GitHubClient, GitHubFailure, QuotaWait } from '@throughline/github';
import { findConnection, loadConnections } from '../../github-access/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import type { ReadingDependencies } from '../dependencies.ts';
import { recheckQueue } from '../queues.ts';
import { askWhatIsWrong } from '../reading/ask-what-is-wrong.sql.ts';
import { byDatabaseClock } from '../reading/database-clock.sql.ts';
import { claimDueGaps, endGaps } from './due-gaps.sql.ts';
import { type DueRecheck, loadDueRechecks, type RecheckShare } from './due-rechecks.sql.ts';
import { recheckGroup } from './recheck-group.client.ts';
import { refreshLogins } from './refresh-logins.client.ts';

const hourMs = 60 * 60 * 1000;

/** A share an hour. Not 24: a machine that is off every night then misses another share each time, none for ever. */
const slots = 23;

/** As many as cost one point, whatever repositories they are in; and after that was too much for GitHub. */
const atOnce = { first: 29, afterwards: 5 } as const;

/** Pull requests in which something is missing that are asked for again in an hour, of one connection. */
const mostGaps = 290;

/**
 * Reads about once a day again what may change without GitHub telling of an update: a resolved thread, an edited
 * comment; and what a fault of another day cut off. An hour's share at a time, of all connections.
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
    const share = { slot: hour % slots, slots };
    await tryConnection(deps, connectionId, job.signal, async (client) => {
      if (share.slot === 0) await refreshLogins(deps, client, connectionId);
      await readAgainWhole(deps, client, connectionId);
      await recheckConnection(deps, client, connectionId, share);
    });
  }
  await deps.database.transaction(async (tx) => {
    await job.complete(tx);
    await deps.jobs.enqueue(tx, recheckQueue, {}, { startAfter: new Date((hour + 1) * hourMs) });
  });
}

/** What GitHub does not answer now is left to another day. */
export async function tryConnection(
  deps: ReadingDependencies,
  connectionId: number,
  signal: AbortSignal,
  read: (client: GitHubClient) => Promise<void>,
): Promise<void> {
  try {
    const { client } = await deps.clients.forConnection(connectionId, 'incremental', signal);
    await read(client);
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    if ((await findConnection(deps.database, connectionId)) === undefined) return;
    if (!(thrown instanceof GitHubFailure || thrown instanceof QuotaWait)) throw thrown;
    deps.logger.warn({ err: thrown, connectionId }, 'Pull requests are looked at again another day');
    await askWhatIsWrong(deps.database, deps.jobs, connectionId, thrown);
  }
}

/** Reads a share of a connection's pull requests again. */
export async function recheckConnection(
  deps: ReadingDependencies,
  client: GitHubClient,
  connectionId: number,
  share: RecheckShare,
): Promise<void> {
  const due = await loadDueRechecks(deps.database, connectionId, share);
  for (const group of toGroups(due, atOnce.first)) await readGroup(deps, client, group, { hasFiles: false });
}

/** Reads pull requests of a connection whole in which something is missing, group by group. */
export async function readAgainWhole(
  deps: ReadingDependencies,
  client: GitHubClient,
  connectionId: number,
): Promise<void> {
  for (let count = 0; count < mostGaps; count += atOnce.first) {
    const due = await deps.database.transaction((tx) => claimDueGaps(tx, connectionId, atOnce.first));
    if (due.length === 0) return;
    await readGroup(deps, client, due, { hasFiles: true });
    await endGaps(deps.database, due);
  }
}

async function readGroup(
  deps: ReadingDependencies,
  client: GitHubClient,
  group: readonly DueRecheck[],
  options: Parameters<typeof recheckGroup>[3],
): Promise<void> {
  if (await isRead(() => recheckGroup(deps, client, group, options))) return;
  for (const part of toGroups(group, atOnce.afterwards)) {
    await isRead(() => recheckGroup(deps, client, part, options));
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
