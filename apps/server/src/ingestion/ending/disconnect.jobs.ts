import { GitHubFailure, QuotaWait } from '@throughline/github';
import { recordAudit } from '../../access/index.ts';
import { deletePullRequestsOf, deleteRepositoriesOf } from '../../activity/index.ts';
import {
  advanceDisconnection,
  type Disconnection,
  endKeepingData,
  endRemovingData,
  findDisconnection,
  holdConnection,
  noteDisconnectProblem,
  revokeCredentialsOf,
  toAppError,
  wipeCredentials,
} from '../../github-access/index.ts';
import { forgetMembersOf } from '../../people/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import type { ReadingDependencies } from '../dependencies.ts';
import { disconnectQueue } from '../queues.ts';
import { toBackOffMs } from '../reading/back-off.ts';
import { byDatabaseClock } from '../reading/database-clock.sql.ts';

/** Rows of each kind that one transaction deletes: some seconds at most, with what hangs on them. */
const batch = 500;

/**
 * Ends a connection step by step; each step is remembered with what it did. Killed at any point, or kept waiting by GitHub,
 * it goes on with the step that was next, and doing one twice does nothing more.
 */
export async function disconnect(
  given: ReadingDependencies,
  { connectionId }: { readonly connectionId: number },
  job: Job,
): Promise<void> {
  const deps = await byDatabaseClock(given);
  for (;;) {
    job.signal.throwIfAborted();
    const ending = await findDisconnection(deps.database, connectionId);
    if (ending === undefined) return deps.database.transaction((tx) => job.complete(tx));
    if (ending.step === 'revoke') {
      if (!(await revoke(deps, ending, job))) return;
    } else {
      await steps[ending.step](deps, ending, job);
    }
  }
}

/** Revokes at GitHub what it allows. False: GitHub does not answer now, and the job is put off. */
async function revoke(deps: ReadingDependencies, ending: Disconnection, job: Job): Promise<boolean> {
  const { connectionId, tries } = ending;
  const { database, jobs, clock } = deps;
  try {
    const isRevoked = await revokeCredentialsOf(deps, ending);
    await database.transaction((tx) => advanceDisconnection(tx, connectionId, { step: 'wipe', isRevoked }));
    return true;
  } catch (thrown) {
    if (job.signal.aborted) throw thrown;
    const problem = toProblem(thrown);
    if (problem === undefined) throw thrown;
    const waitMs = toBackOffMs(tries + 1, `disconnect ${connectionId}`);
    const tryAgainAt = new Date(clock.now().getTime() + waitMs);
    await database.transaction(async (tx) => {
      await job.complete(tx);
      await noteDisconnectProblem(tx, connectionId, { problem, tryAgainAt });
      const options = { singletonKey: String(connectionId), startAfter: tryAgainAt };
      await jobs.enqueue(tx, disconnectQueue, { connectionId }, options);
    });
    return false;
  }
}

/** What GitHub says; undefined: it is not GitHub that fails. */
function toProblem(thrown: unknown): string | undefined {
  if (!(thrown instanceof GitHubFailure) && !(thrown instanceof QuotaWait) && !(thrown instanceof AppError)) {
    return undefined;
  }
  const error = toAppError(thrown);
  return error instanceof AppError ? error.message : undefined;
}

type Step = (deps: ReadingDependencies, ending: Disconnection, job: Job) => Promise<void>;

const steps: Readonly<Record<Exclude<Disconnection['step'], 'revoke'>, Step>> = {
  wipe: ({ database }, { connectionId, removesData }) =>
    database.transaction(async (tx) => {
      await wipeCredentials(tx, connectionId);
      await advanceDisconnection(tx, connectionId, { step: removesData ? 'data' : 'end' });
    }),
  data: async ({ database }, { connectionId, organisationId }, job) => {
    for (const remove of [deletePullRequestsOf, deleteRepositoriesOf]) {
      let removed = batch;
      while (removed > 0) {
        job.signal.throwIfAborted();
        removed = await database.transaction((tx) => remove(tx, organisationId, batch));
      }
    }
    await database.transaction(async (tx) => {
      await forgetMembersOf(tx, { connectionId, organisationId });
      await advanceDisconnection(tx, connectionId, { step: 'end' });
    });
  },
  end: ({ database }, { connectionId, organisation, removesData, isRevoked }) =>
    database.transaction(async (tx) => {
      await holdConnection(tx, connectionId);
      if ((await findDisconnection(tx, connectionId)) === undefined) return;
      await recordAudit(tx, {
        action: 'connection.disconnected',
        subject: `connection:${connectionId}`,
        detail: { organisation, data: removesData ? 'deleted' : 'kept', isRevoked },
      });
      if (removesData) await endRemovingData(tx, connectionId);
      else await endKeepingData(tx, connectionId);
    }),
};
