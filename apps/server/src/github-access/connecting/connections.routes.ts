import { createConnection, listConnections, listOfferedRepositories } from '@throughline/contract';
import { listOrganisationRepositories } from '@throughline/github';
import { handle, type RouteHandler } from '../../access/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import { findConnection, loadConnections } from '../connection/load-connections.sql.ts';
import { getCredential } from '../credentials/get-credential.sql.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { asking } from '../github-error.ts';
import { connectOrganisation } from './connect-organisation.client.ts';
import { toOffered } from './offered-repository.ts';

/** Connections: the list, what a credential offers, and connecting. */
export const connectionsRoutes = (deps: AccessDependencies): readonly RouteHandler[] => [
  handle(listConnections, async () => ({ connections: [...(await loadConnections(deps.database))] })),
  handle(listOfferedRepositories, async ({ params }) => {
    const { host, credential } = await getCredential(deps.database, params.credentialId);
    const client = await deps.clients.forCredential(host, credential);
    const repositories = await asking(() => listOrganisationRepositories(client, params.login));
    return { repositories: repositories.map(toOffered) };
  }),
  handle(createConnection, async ({ body, reader }) => {
    const connectionId = await connectOrganisation(deps, body, reader);
    const connection = await findConnection(deps.database, connectionId);
    if (connection === undefined) throw notFound();
    return connection;
  }),
];
