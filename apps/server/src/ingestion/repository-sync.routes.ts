import {
  getRepositorySync,
  listRepositorySync,
  listRepositorySyncRows,
  readConnectionAgain,
  readRepositoryAgain,
  repairRepository as repairRepositoryRoute,
  repositoryRowsAtMost,
} from '@throughline/contract';
import { handle, type RouteHandler, recordAudit, type Viewer } from '../access/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import { notFound } from '../platform/errors/index.ts';
import type { Jobs } from '../platform/jobs/index.ts';
import type { Database, Sql } from '../platform/sql/index.ts';
import { checkConnection } from './check-connection.sql.ts';
import { loadZone } from './overview/load-overview.sql.ts';
import { findFullName, loadReadRepositories } from './overview/read-repositories.sql.ts';
import { loadRepositoryDetail, type RepositoryAsked } from './overview/repository-detail.sql.ts';
import { loadRepositoryIds } from './overview/repository-ids.sql.ts';
import { loadRepositoryList, type Telling } from './overview/repository-list.sql.ts';
import { enqueueDueReadings } from './planning/due-readings.sql.ts';
import { readAgain } from './reading/read-again.sql.ts';
import { repairRepository } from './reading/repair-repository.sql.ts';
import { writeLog } from './sync-log.sql.ts';

interface RepositorySyncDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly jobs: Jobs;
}

/** Each repository of a connection: how much of it is here, what is missing, and having it read again. */
export function repositorySyncRoutes(deps: RepositorySyncDependencies): RouteHandler[] {
  const { database, jobs } = deps;
  return [
    handle(listRepositorySync, async ({ params: { connectionId }, query }) => {
      await checkConnection(database, connectionId);
      const { repositoryIds, groups } = await loadRepositoryIds(database, connectionId, query);
      const first = { connectionId, repositoryIds: repositoryIds.slice(0, repositoryRowsAtMost) };
      const repositories = await loadRepositoryList(database, first, await startTelling(deps));
      return { repositoryIds: [...repositoryIds], groups, repositories: [...repositories] };
    }),
    handle(listRepositorySyncRows, async ({ params: { connectionId }, query: { ids } }) => {
      await checkConnection(database, connectionId);
      const asked = { connectionId, repositoryIds: ids };
      return { repositories: [...(await loadRepositoryList(database, asked, await startTelling(deps)))] };
    }),
    handle(getRepositorySync, async ({ params }) => {
      const detail = await loadRepositoryDetail(database, params, await startTelling(deps));
      if (detail === undefined) throw notFound();
      return detail;
    }),
    handle(repairRepositoryRoute, async ({ params, reader }) => {
      await database.transaction(async (tx) => {
        await note(tx, { ...params, reader, ...repairing });
        await repairRepository(tx, jobs, params.repositoryId);
      });
      return {};
    }),
    handle(readRepositoryAgain, async ({ params, reader }) => {
      await database.transaction(async (tx) => {
        await note(tx, { ...params, reader, ...readingAgain });
        await readAgain(tx, [params.repositoryId]);
        await enqueueDueReadings(tx, jobs, { connectionId: params.connectionId });
      });
      return {};
    }),
    handle(readConnectionAgain, async ({ params: { connectionId }, reader }) => {
      await checkConnection(database, connectionId);
      await database.transaction(async (tx) => {
        const text = `${reader.name} asked to read everything again`;
        await writeLog(tx, { connectionId, kind: 'started', text });
        const subject = `connection:${connectionId}`;
        await recordAudit(tx, { actorUserId: reader.userId, action: 'connection.read-again', subject });
        await readAgain(tx, await loadReadRepositories(tx, connectionId));
        await enqueueDueReadings(tx, jobs, { connectionId });
      });
      return {};
    }),
  ];
}

const startTelling = async ({ database, clock }: RepositorySyncDependencies): Promise<Telling> => ({
  now: clock.now(),
  zone: await loadZone(database),
});

const repairing = { what: 'asked to repair', action: 'repository.repaired' } as const;
const readingAgain = {
  what: 'asked to read everything again of',
  action: 'repository.read-again',
} as const;

interface Note extends RepositoryAsked {
  readonly reader: Viewer;
  readonly what: string;
  readonly action: string;
}

/** Tells log and audit who asked for it. Not found when the connection does not read such a repository. */
async function note(tx: Sql, { connectionId, repositoryId, reader, what, action }: Note): Promise<void> {
  const fullName = await findFullName(tx, { connectionId, repositoryId });
  if (fullName === undefined) throw notFound();
  const text = `${reader.name} ${what} ${fullName}`;
  await writeLog(tx, { connectionId, repositoryId, kind: 'progress', text });
  const subject = `repository:${repositoryId}`;
  await recordAudit(tx, { actorUserId: reader.userId, action, subject, detail: { repository: fullName } });
}
