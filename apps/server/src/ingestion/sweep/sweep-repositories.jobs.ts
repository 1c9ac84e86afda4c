import {
  type GitHubClient,
  GitHubFailure,
  mostSwept,
  QuotaWait,
  sweepRepositories,
} from '@throughline/github';
import { findConnection, needsAttention } from '../../github-access/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import type { ReadingDependencies } from '../dependencies.ts';
import { discoverQueue, sweepQueue } from '../queues.ts';
import { toBackOffMs } from '../reading/back-off.ts';
import { byDatabaseClock } from '../reading/database-clock.sql.ts';
import { type Apart, readApart, toGroups } from '../reading/read-apart.client.ts';
import { enqueueReading } from '../reading/read-repository.jobs.ts';
import { type InStep, judgeSweep } from './judge-sweep.ts';
import { findListedTotal, loadInStep, type SweepOutcome, saveSweep, saveSwept } from './sweep.sql.ts';

export interface SweepPayload {
  readonly connectionId: number;
  /** Times in a row that GitHub could not be asked. */
  readonly failures: number;
}

/**
 * Looks which repositories of a connection have changed, 148 for a point, and has those read. A repository that is not
 * shown, or under another name, and another number of repositories than were listed has the list of them asked: nothing is
 * concluded from one answer.
 */
export async function sweep(given: ReadingDependencies, payload: SweepPayload, job: Job): Promise<void> {
  const { connectionId } = payload;
  const deps = await byDatabaseClock(given);
  const connection = await findConnection(deps.database, connectionId);
  const isSwept = connection?.state === 'active' && connection.data.includes('pull-requests');
  if (!isSwept) return finish(deps, connectionId, { isSwept: false }, job);
  try {
    const { client, connection } = await deps.clients.forConnection(connectionId, 'incremental', job.signal);
    const { organisation } = connection;
    const listed = await findListedTotal(deps.database, connectionId);
    const sweeping: Sweeping = { connectionId, client, organisation, listed, signal: job.signal };
    const isApart = payload.failures + 1 >= patience;
    for (const group of toGroups(await loadInStep(deps.database, connectionId), mostSwept)) {
      if (isApart) await readApart(toApart(deps, sweeping), group);
      else await sweepGroup(deps, sweeping, group);
    }
    await finish(deps, connectionId, { isSwept: true }, job);
  } catch (thrown) {
    if (job.signal.aborted) throw thrown;
    await handleFailure(deps, payload, thrown, job);
  }
}

interface Sweeping {
  readonly connectionId: number;
  readonly client: GitHubClient;
  readonly organisation: string;
  /** How many repositories GitHub counted when they were listed last. */
  readonly listed: number | undefined;
  readonly signal: AbortSignal;
}

async function sweepGroup(
  deps: ReadingDependencies,
  { connectionId, client, organisation, listed }: Sweeping,
  group: readonly InStep[],
): Promise<void> {
  const askedAt = deps.clock.now();
  const nodeIds = group.map(({ nodeId }) => nodeId);
  const { repositories, organisationTotal } = await sweepRepositories(client, { organisation, nodeIds });
  await deps.database.transaction(async (tx) => {
    // Some may have been read while GitHub answered: compared is what is held now.
    const ids = group.map(({ repositoryId }) => repositoryId);
    const verdict = judgeSweep(await loadInStep(tx, connectionId, ids), repositories);
    await saveSwept(tx, verdict, askedAt);
    await enqueueChanged(tx, deps, verdict.changed);
    const isListDue = verdict.isListDue || (listed !== undefined && organisationTotal !== listed);
    if (isListDue) await enqueueList(tx, deps, connectionId);
  });
}

/**
 * What GitHub fails at again and again is asked for in smaller parts. A repository that fails alone is read: when its pages
 * fail too it waits for a time of its own, and no sweep names it until then.
 */
const toApart = (deps: ReadingDependencies, sweeping: Sweeping): Apart<InStep> => ({
  signal: sweeping.signal,
  askElse: () => sweepRepositories(sweeping.client, { organisation: sweeping.organisation, nodeIds: [] }),
  read: (group) => sweepGroup(deps, sweeping, group),
  leave: async ({ repositoryId }, thrown) => {
    deps.logger.warn(
      { err: thrown, repositoryId },
      'A repository cannot be looked at by itself, and is read',
    );
    const verdict = { changed: [repositoryId], unchanged: [], isListDue: false };
    await deps.database.transaction(async (tx) => {
      await saveSwept(tx, verdict, deps.clock.now());
      await enqueueChanged(tx, deps, verdict.changed);
    });
  },
});

async function enqueueChanged(tx: Sql, { jobs }: ReadingDependencies, ids: readonly number[]): Promise<void> {
  for (const repositoryId of ids) {
    await enqueueReading(tx, jobs, { repositoryId, phase: 'incremental', isBeside: true });
  }
}

/** Failures in a row after which even one that passes has the list asked, and what is asked is split. */
const patience = 3;

/** Whatever is wrong with the token or the organisation, the list of repositories finds out and says. */
async function handleFailure(
  deps: ReadingDependencies,
  { connectionId, failures }: SweepPayload,
  thrown: unknown,
  job: Job,
): Promise<void> {
  if (thrown instanceof QuotaWait) {
    return finish(deps, connectionId, { isSwept: false, againAt: thrown.untilAt, failures }, job);
  }
  const isGone = (await findConnection(deps.database, connectionId)) === undefined;
  if (isGone) return finish(deps, connectionId, { isSwept: false }, job);
  if (!(thrown instanceof GitHubFailure)) throw thrown;
  const count = failures + 1;
  if (needsAttention(thrown) || thrown.kind === 'gone' || count >= patience) {
    await deps.database.transaction((tx) => enqueueList(tx, deps, connectionId));
  }
  const waitMs = toBackOffMs(count, `sweep ${connectionId}`);
  const againAt = new Date(deps.clock.now().getTime() + waitMs);
  await finish(deps, connectionId, { isSwept: false, againAt, failures: count }, job);
}

async function enqueueList(tx: Sql, { jobs }: ReadingDependencies, connectionId: number): Promise<void> {
  const options = { singletonKey: String(connectionId) };
  await jobs.enqueue(tx, discoverQueue, { connectionId, isForced: false }, options);
}

async function finish(
  { database, jobs }: ReadingDependencies,
  connectionId: number,
  outcome: SweepOutcome,
  job: Job,
): Promise<void> {
  await database.transaction(async (tx) => {
    await job.complete(tx);
    await saveSweep(tx, connectionId, outcome);
    if (outcome.againAt === undefined) return;
    const options = { singletonKey: String(connectionId), startAfter: outcome.againAt };
    await jobs.enqueue(tx, sweepQueue, { connectionId, failures: outcome.failures ?? 0 }, options);
  });
}
