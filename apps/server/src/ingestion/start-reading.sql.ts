import type { Jobs } from '../platform/jobs/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import { insertConnectionSync } from './discovery/discovery.sql.ts';
import { enqueueDueReadings, enqueueRetriesNow } from './planning/due-readings.sql.ts';
import { discoverQueue, sweepQueue } from './queues.ts';
import { beginRefusedRoundsNow } from './reading/gap-round.sql.ts';
import { retryQuarantined } from './reading/quarantine.sql.ts';

/** Begins to read a new connection, in the transaction that makes it. `chosen` are GitHub ids, for the choice `some`. */
export async function startReading(
  tx: Sql,
  jobs: Jobs,
  connectionId: number,
  chosen: readonly number[],
): Promise<void> {
  await insertConnectionSync(tx, connectionId, chosen);
  await enqueueDiscovery(tx, jobs, connectionId, false);
}

/** Goes on where reading stopped, after a connection was repaired or resumed: its token may read more than before. */
export async function continueReading(tx: Sql, jobs: Jobs, connectionId: number): Promise<void> {
  await tx.query(
    `update repository_sync
     set wait_reason = null,
         wait_until = null,
         failure_code = null,
         failure_text = null,
         failure_count = 0
     where connection_id = $1::bigint
       and failure_count > 0`,
    [connectionId],
  );
  await beginRefusedRoundsNow(tx, connectionId);
  await enqueueDiscovery(tx, jobs, connectionId, false);
  await enqueueDueReadings(tx, jobs, { connectionId });
}

/**
 * Looks now for repositories and for what changed in them, and tries again what failed or could not be read. A sweep tells
 * what changed in 148 repositories for a point; only those are read.
 */
export async function readNow(tx: Sql, jobs: Jobs, connectionId: number): Promise<void> {
  await retryQuarantined(tx, connectionId);
  await enqueueDiscovery(tx, jobs, connectionId, true);
  await jobs.enqueue(tx, sweepQueue, { connectionId, failures: 0 }, { singletonKey: `${connectionId} now` });
  await enqueueRetriesNow(tx, jobs, connectionId);
}

/** Has the repositories of a connection be listed soon. */
export async function enqueueDiscovery(
  tx: Sql,
  jobs: Jobs,
  connectionId: number,
  isForced: boolean,
): Promise<void> {
  const singletonKey = isForced ? `${connectionId} now` : String(connectionId);
  await jobs.enqueue(tx, discoverQueue, { connectionId, isForced }, { singletonKey });
}
