import {
  createGitHubClient,
  type GitHubClient,
  openGate,
  type QuotaGate,
  type QuotaLane,
  toHostUrls,
} from '@throughline/github';
import type { Clock } from '../platform/clock/index.ts';
import type { Egress } from '../platform/egress/index.ts';
import { AppError } from '../platform/errors/index.ts';
import type { SecretBox } from '../platform/secrets/index.ts';
import type { Database } from '../platform/sql/index.ts';
import { loadSecret } from './credentials.sql.ts';
import type { DemoProcess } from './demo-process.client.ts';
import { findDemoHost, type Host, type NewHost } from './hosts.sql.ts';
import { createQuotaGate } from './quota.sql.ts';
import { findReadCredential, findReadCredentialOfHost, type ReadCredential } from './read-credential.sql.ts';

/** What a client reads for: a connection, its organisation, and whose quota it spends. */
export interface ConnectedClient {
  readonly client: GitHubClient;
  readonly connection: ReadCredential;
}

/** Clients for GitHub, each with its token, its way out and the quota it shares with every other process. */
export interface ClientPool {
  /** Reads for a connection. Throws `not-found` when it is gone or has no credential. */
  forConnection(connectionId: number, lane: QuotaLane): Promise<ConnectedClient>;
  /** Asks a host with the credential of one of its connections; undefined when it has none. */
  forHost(hostId: number, lane: QuotaLane): Promise<GitHubClient | undefined>;
  /** Tries a token that nobody has stored yet; it spends its own quota and no record is kept of it. */
  forToken(host: NewHost, token: string): Promise<GitHubClient>;
  /** Reads with a stored credential that no connection uses yet. */
  forCredential(host: Host, credential: { credentialId: number; bucketOwner: string }): Promise<GitHubClient>;
}

export interface ClientPoolDependencies {
  readonly database: Database;
  readonly secretBox: SecretBox;
  readonly egress: Egress;
  readonly clock: Clock;
  readonly demo: DemoProcess;
}

export function createClientPool(deps: ClientPoolDependencies): ClientPool {
  const open = (host: NewHost, token: string, quota: QuotaGate, lane: QuotaLane): Promise<GitHubClient> =>
    openClient(deps, { host, token, quota, lane });
  const openCredential = async (
    host: Host,
    { credentialId, bucketOwner }: { credentialId: number; bucketOwner: string },
    lane: QuotaLane,
  ): Promise<GitHubClient> => {
    const token = await loadSecret(deps.database, deps.secretBox, credentialId);
    if (token === undefined) throw credentialGone();
    return open(host, token, createQuotaGate(deps.database, { hostId: host.hostId, bucketOwner }), lane);
  };
  return {
    forConnection: async (connectionId, lane) => {
      const connection = await findReadCredential(deps.database, connectionId);
      if (connection === undefined) throw credentialGone();
      return { client: await openCredential(connection.host, connection, lane), connection };
    },
    forHost: async (hostId, lane) => {
      const found = await findReadCredentialOfHost(deps.database, hostId);
      return found === undefined ? undefined : openCredential(found.host, found, lane);
    },
    forToken: (host, token) => open(host, token, openGate, 'person'),
    forCredential: (host, credential) => openCredential(host, credential, 'person'),
  };
}

const credentialGone = (): AppError =>
  new AppError('not-found', 'This connection has no credential any more. Open it and give it a new token.');

interface Opening {
  readonly host: NewHost;
  readonly token: string;
  readonly quota: QuotaGate;
  readonly lane: QuotaLane;
}

async function openClient(
  deps: ClientPoolDependencies,
  { host, token, quota, lane }: Opening,
): Promise<GitHubClient> {
  const demoOrigin = host.kind === 'demo' ? await findDemoOrigin(deps) : undefined;
  const urls = toHostUrls({ kind: host.kind, baseUrl: demoOrigin ?? host.baseUrl });
  const fetch = deps.egress.fetchFor({
    origins: [...new Set([urls.restUrl, urls.graphqlUrl].map((url) => new URL(url).origin))],
    allowPrivateHosts: host.isPrivateAllowed,
    ...(host.caCertificate === undefined ? {} : { caCertificate: host.caCertificate }),
    ...(demoOrigin === undefined ? {} : { exactLoopbackAddress: demoOrigin }),
  });
  return createGitHubClient({ urls, token, fetch, quota, lane, clock: deps.clock, userAgent: 'throughline' });
}

async function findDemoOrigin({ database, demo }: ClientPoolDependencies): Promise<string> {
  const found = await findDemoHost(database);
  if (found === undefined) throw credentialGone();
  return demo.origin(found.createdAt);
}
