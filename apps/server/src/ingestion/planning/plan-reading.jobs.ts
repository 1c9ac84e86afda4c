import { loadConnections } from '../../github-access/index.ts';
import type { Job, Jobs } from '../../platform/jobs/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import type { ReadingDependencies } from '../dependencies.ts';
import { discoverQueue, lookUpQueue, planQueue, sweepQueue } from '../queues.ts';
import { byDatabaseClock } from '../reading/database-clock.sql.ts';
import { loadRepositoriesToLookUp } from '../reading/look-again.sql.ts';
import { claimDueSweeps } from '../sweep/sweep.sql.ts';
import { claimDueDiscoveries } from './due-discoveries.sql.ts';
import { enqueueDueReadings } from './due-readings.sql.ts';

const everyMs = 15_000;

/** Queues whatever is due, whoever lost it, and itself for a while later. */
export async function planReading(given: ReadingDependencies, _payload: object, job: Job): Promise<void> {
  const { database, jobs, clock } = await byDatabaseClock(given);
  await database.transaction(async (tx) => {
    const connections = await loadConnections(tx);
    await enqueueDiscoveries(tx, jobs, connections);
    await enqueueSweeps(tx, jobs, connections);
    await enqueueDueReadings(tx, jobs, {});
    await enqueueLookUps(tx, jobs);
    await job.complete(tx);
    await jobs.enqueue(tx, planQueue, {}, { startAfter: new Date(clock.now().getTime() + everyMs) });
  });
}

/**
 * A connection that needs attention is asked too: when its trouble is over, reading goes on by itself. Not with a token
 * that GitHub does not know, for GitHub counts such tries.
 */
async function enqueueDiscoveries(tx: Sql, jobs: Jobs, connections: Connections): Promise<void> {
  const askable = connections.filter(
    ({ state, attention }) =>
      state === 'active' || (state === 'needs-attention' && attention?.code !== 'github-not-signed-in'),
  );
  const due = await claimDueDiscoveries(
    tx,
    askable.map(({ connectionId }) => connectionId),
  );
  for (const connectionId of due) {
    await jobs.enqueue(
      tx,
      discoverQueue,
      { connectionId, isForced: false },
      { singletonKey: String(connectionId) },
    );
  }
}

type Connections = Awaited<ReturnType<typeof loadConnections>>;

async function enqueueSweeps(tx: Sql, jobs: Jobs, connections: Connections): Promise<void> {
  const active = connections.filter(
    ({ state, data }) => state === 'active' && data.includes('pull-requests'),
  );
  const due = await claimDueSweeps(
    tx,
    active.map(({ connectionId }) => connectionId),
  );
  for (const connectionId of due) {
    const payload = { connectionId, failures: 0 };
    await jobs.enqueue(tx, sweepQueue, payload, { singletonKey: String(connectionId) });
  }
}

async function enqueueLookUps(tx: Sql, jobs: Jobs): Promise<void> {
  for (const repositoryId of await loadRepositoriesToLookUp(tx)) {
    await jobs.enqueue(tx, lookUpQueue, { repositoryId }, { singletonKey: String(repositoryId) });
  }
}
