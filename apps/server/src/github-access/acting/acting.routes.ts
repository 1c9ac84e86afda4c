import {
  askForActions,
  beginActingApp,
  type ConnectionActions,
  endActions,
  getConnectionActions,
  lookAtActions,
} from '@throughline/contract';
import { handle, type RouteHandler, recordAudit } from '../../access/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { beginActingManifest } from '../apps/make-app.client.ts';
import { getChangeable } from '../connection/get-changeable.sql.ts';
import { findConnection } from '../connection/load-connections.sql.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { findActing } from './acting.sql.ts';
import { askFor } from './ask-for-actions.client.ts';
import { loadEligibleApps } from './eligible-apps.sql.ts';
import { endActing } from './end-acting.client.ts';
import { lookAtActing } from './look-at-acting.client.ts';
import { toConnectionActions } from './to-connection-actions.ts';

/** What Throughline may do at GitHub for a connection: asked for, granted, and taken back. */
export const actingRoutes = (deps: AccessDependencies): readonly RouteHandler[] => {
  const { database } = deps;
  return [
    handle(getConnectionActions, ({ params }) => loadActions(database, params.connectionId)),
    handle(askForActions, async ({ params: { connectionId }, body, reader }) => {
      await askFor(deps, { ...body, connectionId, viewer: reader });
      return loadActions(database, connectionId);
    }),
    handle(beginActingApp, ({ params, body, reader, request }) =>
      beginActingManifest(deps, {
        ...body,
        connectionId: params.connectionId,
        origin: request.origin,
        viewer: reader,
        browserId: request.browserId(),
      }),
    ),
    handle(lookAtActions, async ({ params: { connectionId }, reader }) => {
      await getChangeable(database, connectionId);
      await lookAtActing(deps, connectionId, reader);
      const { by } = await loadActions(database, connectionId);
      await recordAudit(database, {
        actorUserId: reader.userId,
        action: 'connection.actions-looked-at',
        subject: `connection:${connectionId}`,
        ...(by === undefined ? {} : { detail: { app: by.name, state: by.state } }),
      });
      return loadActions(database, connectionId);
    }),
    handle(endActions, async ({ params: { connectionId }, body, reader }) => {
      await getChangeable(database, connectionId);
      await endActing(deps, { connectionId, isUninstalled: body.app === 'uninstall', viewer: reader });
      return loadActions(database, connectionId);
    }),
  ];
};

async function loadActions(sql: Sql, connectionId: number): Promise<ConnectionActions> {
  const connection = await findConnection(sql, connectionId);
  if (connection === undefined) throw notFound();
  return toConnectionActions({
    acting: await findActing(sql, connectionId),
    eligible: await loadEligibleApps(sql, connectionId),
    webUrl: connection.host.webUrl,
  });
}
