import {
  getQuotaHistory,
  getSync,
  listSyncLog,
  pauseSync,
  resumeSync,
  streamSync,
  syncNow,
} from '@throughline/contract';
import { handle, handleStream, type RouteHandler, recordAudit, type Viewer } from '../access/index.ts';
import { loadQuotaHours, setPaused } from '../github-access/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import { notFound } from '../platform/errors/index.ts';
import type { Jobs } from '../platform/jobs/index.ts';
import type { Database, Sql } from '../platform/sql/index.ts';
import { createWatch } from '../platform/watch/index.ts';
import { checkConnection } from './check-connection.sql.ts';
import { choiceRoutes } from './choosing/choice.routes.ts';
import { disconnectRoutes } from './ending/disconnect.routes.ts';
import { loadOverview } from './overview/load-overview.sql.ts';
import { planRoutes } from './plan/plan.routes.ts';
import { repositorySyncRoutes } from './repository-sync.routes.ts';
import { continueReading, readNow } from './start-reading.sql.ts';
import { loadLog, writeLog } from './sync-log.sql.ts';

export interface IngestionDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly jobs: Jobs;
}

/** How far everything has been read; pausing, resuming and looking now. */
export function ingestionRoutes(deps: IngestionDependencies): RouteHandler[] {
  const { database, jobs } = deps;
  const feed = createWatch(() => loadOverview(deps));
  return [
    ...repositorySyncRoutes(deps),
    ...planRoutes(deps),
    ...choiceRoutes(deps),
    ...disconnectRoutes(deps),
    handle(getSync, () => loadOverview(deps)),
    handleStream(streamSync, 'sync', ({ request }) => feed.listen(request.signal)),
    handle(listSyncLog, async ({ params }) => {
      await checkConnection(database, params.connectionId);
      return { entries: [...(await loadLog(database, params.connectionId))] };
    }),
    handle(getQuotaHistory, async ({ params }) => {
      await checkConnection(database, params.connectionId);
      return { hours: [...(await loadQuotaHours(database, params.connectionId))] };
    }),
    handle(pauseSync, async ({ params: { connectionId }, reader }) => {
      await database.transaction(async (tx) => {
        await pause(tx, { connectionId, reader, isPaused: true });
        await writeLog(tx, { connectionId, kind: 'paused', text: `Paused by ${reader.name}` });
      });
      return {};
    }),
    handle(resumeSync, async ({ params: { connectionId }, reader }) => {
      await database.transaction(async (tx) => {
        await pause(tx, { connectionId, reader, isPaused: false });
        await writeLog(tx, { connectionId, kind: 'resumed', text: `Resumed by ${reader.name}` });
        await continueReading(tx, jobs, connectionId);
      });
      return {};
    }),
    handle(syncNow, async ({ params: { connectionId }, reader }) => {
      await checkConnection(database, connectionId);
      await database.transaction(async (tx) => {
        await readNow(tx, jobs, connectionId);
        const text = `${reader.name} asked to look for changes now`;
        await writeLog(tx, { connectionId, kind: 'progress', text });
      });
      return {};
    }),
  ];
}

interface Pause {
  readonly connectionId: number;
  readonly reader: Viewer;
  readonly isPaused: boolean;
}

async function pause(tx: Sql, { connectionId, reader, isPaused }: Pause): Promise<void> {
  if (!(await setPaused(tx, connectionId, isPaused))) throw notFound();
  await recordAudit(tx, {
    actorUserId: reader.userId,
    action: isPaused ? 'connection.paused' : 'connection.resumed',
    subject: `connection:${connectionId}`,
  });
}
