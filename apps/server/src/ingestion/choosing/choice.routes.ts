import { chooseRepositories, listConnectionRepositories } from '@throughline/contract';
import { handle, type RouteHandler, recordAudit } from '../../access/index.ts';
import { findConnection, holdConnection, saveRepositoryRules } from '../../github-access/index.ts';
import { AppError, notFound } from '../../platform/errors/index.ts';
import type { Jobs } from '../../platform/jobs/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import { saveChosenRepositories } from '../discovery/discovery.sql.ts';
import { enqueueDueReadings } from '../planning/due-readings.sql.ts';
import { enqueueDiscovery } from '../start-reading.sql.ts';
import { writeLog } from '../sync-log.sql.ts';
import { applyChoice } from './apply-choice.sql.ts';
import { findRevision, loadConnectionRepositories } from './connection-repositories.sql.ts';

interface ChoiceDependencies {
  readonly database: Database;
  readonly jobs: Jobs;
}

/** Which repositories a connection reads. */
export const choiceRoutes = ({ database, jobs }: ChoiceDependencies): readonly RouteHandler[] => [
  handle(listConnectionRepositories, async ({ params: { connectionId } }) => {
    const connection = await findConnection(database, connectionId);
    const revision = await findRevision(database, connectionId);
    if (connection === undefined || revision === undefined) throw notFound();
    const { repositoryChoice, includesArchived, includesForks } = connection;
    const repositories = await loadConnectionRepositories(database, connectionId);
    return {
      revision,
      repositoryChoice,
      includesArchived,
      includesForks,
      repositories: [...repositories],
    };
  }),
  handle(chooseRepositories, async ({ params: { connectionId }, body, reader }) => {
    if (body.repositoryChoice === 'some' && body.repositories.length === 0) throw noneChosen();
    await database.transaction(async (tx) => {
      await holdConnection(tx, connectionId);
      const before = await findConnection(tx, connectionId);
      if (before === undefined) throw notFound();
      if (!(await saveRepositoryRules(tx, connectionId, body))) throw changedMeanwhile(before.state);
      await saveChosenRepositories(
        tx,
        connectionId,
        body.repositoryChoice === 'some' ? body.repositories : [],
      );
      const { begun, ended } = await applyChoice(tx, connectionId);
      const { repositoryChoice, includesArchived, includesForks } = body;
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'connection.repositories-chosen',
        subject: `connection:${connectionId}`,
        detail: { repositoryChoice, includesArchived, includesForks, begun, ended },
      });
      const text = `${reader.name} changed which repositories are read: ${begun} more, ${ended} no more`;
      await writeLog(tx, { connectionId, kind: 'progress', text });
      await enqueueDiscovery(tx, jobs, connectionId, false);
      await enqueueDueReadings(tx, jobs, { connectionId });
    });
    return {};
  }),
];

const noneChosen = (): AppError =>
  new AppError(
    'repositories-none-chosen',
    'No repository is chosen. Choose some, or all current and future ones.',
    { fields: { repositories: 'Choose at least one.' } },
  );

const changedMeanwhile = (state: string): AppError =>
  new AppError(
    'conflict',
    state === 'disconnecting'
      ? 'This connection is being disconnected. Nothing of it can be changed.'
      : 'Somebody else has changed meanwhile which repositories are read. Nothing was overwritten: both choices are shown, take one.',
  );
