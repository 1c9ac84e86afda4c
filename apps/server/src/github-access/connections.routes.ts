import {
  createConnection,
  listConnections,
  listOfferedRepositories,
  replaceCredential,
  updateConnection,
} from '@throughline/contract';
import { listOrganisationRepositories } from '@throughline/github';
import { handle, type RouteHandler, recordAudit } from '../access/index.ts';
import { AppError, notFound } from '../platform/errors/index.ts';
import { findViolatedConstraint, type Sql } from '../platform/sql/index.ts';
import { clearAttention, findConnection, loadConnections, renameConnection } from './connections.sql.ts';
import { replaceReadCredential } from './credentials.sql.ts';
import type { AccessDependencies } from './dependencies.ts';
import { asking } from './github-error.ts';
import { connectOrganisation, getCredential, toNameTaken } from './new-connection.client.ts';
import { toOffered } from './offered-repository.ts';
import { findReadCredential } from './read-credential.sql.ts';

/** Connections: the list, what a token offers, connecting, renaming, replacing the token. */
export const connectionRoutes = (deps: AccessDependencies): readonly RouteHandler[] => [
  handle(listConnections, async () => ({ connections: [...(await loadConnections(deps.database))] })),
  handle(listOfferedRepositories, async ({ params }) => {
    const { host, credential } = await getCredential(deps.database, params.credentialId);
    const client = await deps.clients.forCredential(host, credential);
    const repositories = await asking(() => listOrganisationRepositories(client, params.login));
    return { repositories: repositories.map(toOffered) };
  }),
  handle(createConnection, async ({ body, reader }) =>
    getConnection(deps.database, await connectOrganisation(deps, body, reader)),
  ),
  handle(updateConnection, async ({ params, body, reader }) => {
    await deps.database.transaction(async (tx) => {
      await rename(tx, params.connectionId, body.name);
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'connection.renamed',
        subject: `connection:${params.connectionId}`,
        detail: { name: body.name },
      });
    });
    return getConnection(deps.database, params.connectionId);
  }),
  handle(replaceCredential, async ({ params, body, reader }) => {
    const held = await findReadCredential(deps.database, params.connectionId);
    const { host, credential } = await getCredential(deps.database, body.credentialId);
    if (held === undefined) throw notFound();
    if (held.host.hostId !== host.hostId) throw otherHost(held.host.name);
    const client = await deps.clients.forCredential(host, credential);
    await asking(() => listOrganisationRepositories(client, held.organisation, { atMost: 1 }));
    await deps.database.transaction(async (tx) => {
      await replaceReadCredential(tx, params.connectionId, body.credentialId);
      await clearAttention(tx, params.connectionId);
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'connection.credential-replaced',
        subject: `connection:${params.connectionId}`,
        detail: { login: credential.login, kind: credential.kind },
      });
      await deps.onRepaired(tx, params.connectionId);
    });
    return getConnection(deps.database, params.connectionId);
  }),
];

async function getConnection(sql: Sql, connectionId: number) {
  const connection = await findConnection(sql, connectionId);
  if (connection === undefined) throw notFound();
  return connection;
}

async function rename(sql: Sql, connectionId: number, name: string): Promise<void> {
  try {
    if (!(await renameConnection(sql, connectionId, name))) throw notFound();
  } catch (error) {
    throw findViolatedConstraint(error) === 'connection_name_key' ? toNameTaken(name, error) : error;
  }
}

const otherHost = (name: string): AppError =>
  new AppError('input-invalid', `This token belongs to another host. Test a token of ${name} instead.`);
