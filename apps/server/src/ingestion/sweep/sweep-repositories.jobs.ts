import { GitHubFailure, mostSwept, QuotaWait, sweepRepositories } from '@throughline/github';
import { findConnection, needsAttention } from '../../github-access/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import type { ReadingDependencies } from '../dependencies.ts';
import { discoverQueue, sweepQueue } from '../queues.ts';
import { toBackOffMs } from '../reading/back-off.ts';
import { byDatabaseClock } from '../reading/database-clock.sql.ts';
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
  if (connection?.state !== 'active') return finish(deps, connectionId, { isSwept: false }, job);
  try {
    const { client, connection: read } = await deps.clients.forConnection(
      connectionId,
      'incremental',
      job.signal,
    );
    const held = await loadInStep(deps.database, connectionId);
    const listed = await findListedTotal(deps.database, connectionId);
    for (const group of toGroups(held)) {
      const askedAt = deps.clock.now();
      const nodeIds = group.map(({ nodeId }) => nodeId);
      const { organisation } = read;
      const { repositories, organisationTotal } = await sweepRepositories(client, { organisation, nodeIds });
      await deps.database.transaction(async (tx) => {
        // Some may have been read while GitHub answered: compared is what is held now.
        const ids = group.map(({ repositoryId }) => repositoryId);
        const verdict = judgeSweep(await loadInStep(tx, connectionId, ids), repositories);
        await saveSwept(tx, verdict, askedAt);
        for (const repositoryId of verdict.changed) {
          await enqueueReading(tx, deps.jobs, { repositoryId, phase: 'incremental', isBeside: true });
        }
        const isListDue = verdict.isListDue || (listed !== undefined && organisationTotal !== listed);
        if (isListDue) await enqueueList(tx, deps, connectionId);
      });
    }
    await finish(deps, connectionId, { isSwept: true }, job);
  } catch (thrown) {
    if (job.signal.aborted) throw thrown;
    await handleFailure(deps, payload, thrown, job);
  }
}

const toGroups = (held: readonly InStep[]): readonly (readonly InStep[])[] =>
  Array.from({ length: Math.ceil(held.length / mostSwept) }, (_, at) =>
    held.slice(at * mostSwept, (at + 1) * mostSwept),
  );

/** Failures in a row after which even one that passes has the list asked. */
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
