import { removeDemo, startDemo } from '@throughline/contract';
import { handle, type RouteHandler, recordAudit } from '../access/index.ts';
import type { Database } from '../platform/sql/index.ts';
import { findConnection, loadConnections } from './connections.sql.ts';
import { demoBaseUrl, demoToken, demoWorld } from './demo.data.ts';
import type { AccessDependencies } from './dependencies.ts';
import { deleteHost, findDemoHost, upsertHost } from './hosts.sql.ts';
import { connectOrganisation } from './new-connection.client.ts';
import { keepTestedToken } from './tested-token.client.ts';

/** The made-up demo organisation: connected like any other, through the same pipeline, and removed whole. */
export const demoRoutes = (deps: AccessDependencies): readonly RouteHandler[] => [
  handle(startDemo, async ({ reader }) => {
    const existing = await findDemoConnection(deps.database);
    if (existing !== undefined) return existing;
    const host = await upsertHost(deps.database, {
      kind: 'demo',
      baseUrl: demoBaseUrl,
      name: 'Demo',
      caCertificate: undefined,
      isPrivateAllowed: false,
    });
    const { credentialId } = await keepTestedToken(deps, host, demoToken, reader);
    const connectionId = await connectOrganisation(
      deps,
      {
        credentialId,
        organisation: demoWorld.login,
        name: 'Demo organisation',
        repositoryChoice: 'all',
        repositories: [],
        includesArchived: true,
        includesForks: true,
      },
      reader,
    );
    await deps.onDemoConnected(connectionId, host.hostId);
    const connection = await findConnection(deps.database, connectionId);
    if (connection === undefined) throw new Error('The demo was connected and is gone.');
    return connection;
  }),
  handle(removeDemo, async ({ reader }) => {
    await deps.database.transaction(async (tx) => {
      const demo = await findDemoHost(tx);
      if (demo === undefined) return;
      await deleteHost(tx, demo.host.hostId);
      await recordAudit(tx, { actorUserId: reader.userId, action: 'demo.removed', subject: 'demo' });
    });
    return {};
  }),
];

const findDemoConnection = async (database: Database) =>
  (await loadConnections(database)).find((connection) => connection.host.kind === 'demo');
