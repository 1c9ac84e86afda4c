import { allReadData, type ConnectionSummary, removeDemo, startDemo } from '@throughline/contract';
import { handle, type RouteHandler, recordAudit, type Viewer } from '../../access/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import { type Database, transactionAmongOthers } from '../../platform/sql/index.ts';
import { connectOrganisation } from '../connecting/connect-organisation.client.ts';
import { loadConnections } from '../connection/load-connections.sql.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { deleteHost, findDemoHost, upsertHost } from '../hosts/hosts.sql.ts';
import { keepTestedToken } from '../tokens/tested-token.client.ts';
import { demoBaseUrl, demoToken, demoWorld } from './demo.data.ts';

/** The made-up demo organisation: connected like any other, through the same pipeline, and removed whole. */
export const demoRoutes = (deps: AccessDependencies): readonly RouteHandler[] => [
  handle(startDemo, async ({ reader }) => {
    const connection = (await findDemoConnection(deps.database)) ?? (await connectDemo(deps, reader));
    // Also for a demo that was there: whoever made it may have been stopped before its people came.
    const demo = await findDemoHost(deps.database);
    if (demo === undefined) throw removedMeanwhile();
    await deps.onDemoConnected(connection.connectionId, demo.host.hostId);
    return connection;
  }),
  handle(removeDemo, async ({ reader }) => {
    // What reads the demo and counts in it writes meanwhile.
    await transactionAmongOthers(deps.database, async (tx) => {
      const demo = await findDemoHost(tx);
      if (demo === undefined) return;
      await deleteHost(tx, demo.host.hostId);
      await recordAudit(tx, { actorUserId: reader.userId, action: 'demo.removed', subject: 'demo' });
    });
    return {};
  }),
];

/** Of several who start it at once, one connects it and all get that connection. */
async function connectDemo(deps: AccessDependencies, reader: Viewer): Promise<ConnectionSummary> {
  const host = await upsertHost(deps.database, {
    kind: 'demo',
    baseUrl: demoBaseUrl,
    name: 'Demo',
    caCertificate: undefined,
    isPrivateAllowed: false,
  });
  try {
    const { credentialId } = await keepTestedToken(deps, { host, token: demoToken }, reader);
    const wanted = { ...demoConnection, credentialId, repositories: [], data: [...allReadData] };
    await connectOrganisation(deps, wanted, reader);
  } catch (error) {
    const others = await findDemoConnection(deps.database);
    if (others === undefined || !isConnectedAlready(error)) throw error;
    return others;
  }
  const connection = await findDemoConnection(deps.database);
  if (connection === undefined) throw removedMeanwhile();
  return connection;
}

const demoConnection = {
  organisation: demoWorld.login,
  name: 'Demo organisation',
  repositoryChoice: 'all',
  includesArchived: true,
  includesForks: true,
} as const;

const isConnectedAlready = (error: unknown): boolean =>
  error instanceof AppError &&
  (error.code === 'organisation-already-connected' || error.code === 'connection-name-taken');

const removedMeanwhile = (): AppError =>
  new AppError('conflict', 'The demo was removed while it was being started. Start it again.');

const findDemoConnection = async (database: Database): Promise<ConnectionSummary | undefined> =>
  (await loadConnections(database)).find((connection) => connection.host.kind === 'demo');
