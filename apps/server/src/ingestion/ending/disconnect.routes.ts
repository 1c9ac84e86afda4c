import { continueDisconnecting, disconnectConnection } from '@throughline/contract';
import { handle, type RouteHandler, recordAudit } from '../../access/index.ts';
import {
  advanceDisconnection,
  beginDisconnecting,
  findConnection,
  findDisconnection,
  holdConnection,
} from '../../github-access/index.ts';
import { AppError, notFound } from '../../platform/errors/index.ts';
import type { Jobs } from '../../platform/jobs/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import { disconnectQueue } from '../queues.ts';

interface DisconnectDependencies {
  readonly database: Database;
  readonly jobs: Jobs;
}

/** Ending a connection, which a job then does. */
export const disconnectRoutes = ({ database, jobs }: DisconnectDependencies): readonly RouteHandler[] => [
  handle(disconnectConnection, async ({ params: { connectionId }, body, reader }) => {
    const wanted = { removesData: body.data === 'delete', uninstallsApp: body.app === 'uninstall' };
    return database.transaction(async (tx) => {
      await holdConnection(tx, connectionId);
      const connection = await findConnection(tx, connectionId);
      if (connection === undefined) throw notFound();
      if (body.typed.trim() !== connection.name.trim()) throw notTyped(connection.name);
      if (await beginDisconnecting(tx, connectionId, { ...wanted, askedBy: reader.userId })) {
        await recordAudit(tx, {
          actorUserId: reader.userId,
          action: 'connection.disconnecting',
          subject: `connection:${connectionId}`,
          detail: { organisation: connection.organisation, data: body.data, app: body.app },
        });
        const singletonKey = String(connectionId);
        await jobs.enqueue(tx, disconnectQueue, { connectionId }, { singletonKey });
      }
      // As it is when its end begins; by the time this is answered it may have ended already.
      const ending = await findConnection(tx, connectionId);
      if (ending === undefined) throw notFound();
      return ending;
    });
  }),
  handle(continueDisconnecting, async ({ params: { connectionId }, body, reader }) => {
    await database.transaction(async (tx) => {
      await holdConnection(tx, connectionId);
      const ending = await findDisconnection(tx, connectionId);
      if (ending === undefined) throw notFound();
      if (body.isLeftAtGithub && ending.step === 'revoke') {
        await advanceDisconnection(tx, connectionId, { step: 'wipe' });
        await recordAudit(tx, {
          actorUserId: reader.userId,
          action: 'connection.left-at-github',
          subject: `connection:${connectionId}`,
        });
      }
      const singletonKey = `${connectionId} now`;
      await jobs.enqueue(tx, disconnectQueue, { connectionId }, { singletonKey });
    });
    return {};
  }),
];

const notTyped = (name: string): AppError =>
  new AppError('input-invalid', `Type ${name}, letter by letter, to disconnect it.`, {
    fields: { typed: `Type ${name}.` },
  });
