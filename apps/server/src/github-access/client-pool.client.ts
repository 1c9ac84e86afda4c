import {
  createGitHubClient,
  createHostSchema,
  createPacer,
  type GitHubClient,
  type HostDoor,
  type HostSchema,
  openGate,
  type Pacer,
  type QuotaGate,
  type QuotaLane,
  type RenewedToken,
  toHostUrls,
} from '@throughline/github';
import type { Clock } from '../platform/clock/index.ts';
import type { Egress } from '../platform/egress/index.ts';
import { AppError } from '../platform/errors/index.ts';
import type { SecretMask } from '../platform/logging/index.ts';
import type { SecretBox } from '../platform/secrets/index.ts';
import type { Database } from '../platform/sql/index.ts';
import { uninstallActing } from './acting/uninstall-acting.client.ts';
import { isInstallation } from './apps/installation-credentials.sql.ts';
import { createInstallationTokens, type Narrowing } from './apps/installation-tokens.client.ts';
import { uninstallApp } from './apps/uninstall-app.client.ts';
import { loadSecret } from './credentials/credentials.sql.ts';
import {
  findReadCredential,
  findReadCredentialOfHost,
  type ReadCredential,
} from './credentials/read-credential.sql.ts';
import type { DemoProcess } from './demo/demo-process.client.ts';
import { findDemoHost, type Host, type NewHost } from './hosts/hosts.sql.ts';
import { type BucketKey, createQuotaGate } from './quota/quota-gate.sql.ts';

/** What a client reads for: a connection, its organisation, and whose quota it spends. */
export interface ConnectedClient {
  readonly client: GitHubClient;
  readonly connection: ReadCredential;
}

/** Clients for GitHub, each with its token, its way out and the quota it shares with every other process. */
export interface ClientPool {
  /**
   * Reads for a connection until `signal` is aborted. Throws `not-found` when it is gone or has no credential. Who reads
   * what repositories hold reads `chosen`: where they were chosen by name, an App's token then reaches no others.
   */
  forConnection(
    connectionId: number,
    lane: QuotaLane,
    signal?: AbortSignal,
    reach?: 'organisation' | 'chosen',
  ): Promise<ConnectedClient>;
  /** Asks a host with the credential of one of its connections; undefined when it has none. */
  forHost(hostId: number, lane: QuotaLane, signal?: AbortSignal): Promise<GitHubClient | undefined>;
  /** Tries a token that nobody has stored yet; no record is kept of what it spends. */
  forToken(host: NewHost, token: string): Promise<GitHubClient>;
  /** The way to a host for what an app asks in its own name; also to its pages, where codes become tokens. */
  openDoor(host: NewHost): Promise<HostDoor>;
  /** Uninstalls the App whose installation a stored credential is; false where it is none. */
  uninstall(credentialId: number): Promise<boolean>;
  /** Uninstalls the App of its own by which a connection acts; false where it has none. */
  uninstallActing(connectionId: number): Promise<boolean>;
  /** Reads with a stored credential that no connection may use yet. */
  forCredential(host: Host, credential: QuotaOwner): Promise<GitHubClient>;
}

type QuotaOwner = Pick<ReadCredential, 'credentialId' | 'bucketOwner'> & Narrowing;

export interface ClientPoolDependencies {
  readonly database: Database;
  readonly secretBox: SecretBox;
  readonly secretMask: SecretMask;
  readonly egress: Egress;
  readonly clock: Clock;
  readonly demo: DemoProcess;
  /** GitHub's ids of the repositories that a connection chose by name. */
  readonly loadChosen: (sql: Database, connectionId: number) => Promise<readonly number[]>;
  /** Whether GitHub is asked for installation tokens of forty characters. */
  readonly hasClassicTokens?: boolean;
}

interface Opening {
  readonly host: NewHost;
  readonly token: string | RenewedToken;
  readonly quota: QuotaGate;
  readonly lane: QuotaLane;
  readonly pacer: Pacer;
  readonly schema: HostSchema;
  readonly signal: AbortSignal | undefined;
}

/** Makes a client a call: they are cheap. What they share is the quota, in the database, and the pace, in this process. */
export function createClientPool(deps: ClientPoolDependencies): ClientPool {
  const getPacer = createPacers(deps.clock);
  const getSchema = createSchemas();
  const appDeps = { ...deps, clients: { openDoor: (host: NewHost) => openDoor(deps, host) } };
  const installations = createInstallationTokens({
    ...appDeps,
    hasClassicTokens: deps.hasClassicTokens ?? false,
  });
  const findToken = (owner: QuotaOwner): Promise<string | undefined> | RenewedToken =>
    isInstallation(owner)
      ? installations.toSource(owner.credentialId, owner)
      : loadSecret(deps.database, deps.secretBox, owner.credentialId);
  const openStored = async (
    host: Host,
    owner: QuotaOwner,
    lane: QuotaLane,
    signal?: AbortSignal,
  ): Promise<GitHubClient> => {
    const token = await findToken(owner);
    if (token === undefined) throw credentialGone();
    const bucket = { hostId: host.hostId, bucketOwner: owner.bucketOwner };
    const quota = createQuotaGate(deps.database, bucket);
    const shared = { pacer: getPacer(bucket), schema: getSchema(host.hostId) };
    return openClient(deps, { host, token, quota, lane, signal, ...shared });
  };
  return {
    forConnection: async (connectionId, lane, signal, reach = 'organisation') => {
      const connection = await findReadCredential(deps.database, connectionId);
      if (connection === undefined) throw credentialGone();
      const { host, repositoryChoice } = connection;
      const isNarrowed = reach === 'chosen' && repositoryChoice === 'some' && isInstallation(connection);
      const repositoryIds = isNarrowed ? await deps.loadChosen(deps.database, connectionId) : undefined;
      return { client: await openStored(host, { ...connection, repositoryIds }, lane, signal), connection };
    },
    forHost: async (hostId, lane, signal) => {
      const found = await findReadCredentialOfHost(deps.database, hostId);
      return found === undefined ? undefined : openStored(found.host, found, lane, signal);
    },
    forToken: (host, token) => {
      const alone = { pacer: createPacer(deps.clock), schema: createHostSchema() };
      return openClient(deps, { host, token, quota: openGate, lane: 'person', signal: undefined, ...alone });
    },
    openDoor: (host) => openDoor(deps, host),
    uninstall: (credentialId) => uninstallApp(appDeps, credentialId),
    uninstallActing: (connectionId) => uninstallActing(appDeps, connectionId),
    forCredential: (host, credential) => openStored(host, credential, 'person'),
  };
}

/** One pacer a bucket owner in this process. */
function createPacers(clock: Clock): (bucket: BucketKey) => Pacer {
  const pacers = new Map<string, Pacer>();
  return ({ hostId, bucketOwner }) => {
    const key = `${hostId} ${bucketOwner}`;
    const pacer = pacers.get(key) ?? createPacer(clock);
    pacers.set(key, pacer);
    return pacer;
  };
}

/** What each host has of what is optional, once for this process. */
function createSchemas(): (hostId: number) => HostSchema {
  const schemas = new Map<number, HostSchema>();
  return (hostId) => {
    const schema = schemas.get(hostId) ?? createHostSchema();
    schemas.set(hostId, schema);
    return schema;
  };
}

const credentialGone = (): AppError =>
  new AppError('not-found', 'This connection has no credential any more. Open it and give it a new token.');

async function openClient(deps: ClientPoolDependencies, opening: Opening): Promise<GitHubClient> {
  const { host, signal, ...given } = opening;
  const door = await openDoor(deps, host);
  return createGitHubClient({ ...given, ...door, ...(signal === undefined ? {} : { signal }) });
}

async function openDoor(deps: ClientPoolDependencies, host: NewHost): Promise<HostDoor> {
  const demoOrigin = host.kind === 'demo' ? await findDemoOrigin(deps) : undefined;
  const urls = toHostUrls({ kind: host.kind, baseUrl: demoOrigin ?? host.baseUrl });
  const { webUrl, restUrl, graphqlUrl } = urls;
  const fetch = deps.egress.fetchFor({
    origins: [...new Set([webUrl, restUrl, graphqlUrl].map((url) => new URL(url).origin))],
    allowPrivateHosts: host.isPrivateAllowed,
    ...(host.caCertificate === undefined ? {} : { caCertificate: host.caCertificate }),
    ...(demoOrigin === undefined ? {} : { exactLoopbackAddress: demoOrigin }),
  });
  return { urls, fetch, clock: deps.clock, userAgent: 'throughline' };
}

async function findDemoOrigin({ database, demo }: ClientPoolDependencies): Promise<string> {
  const found = await findDemoHost(database);
  if (found === undefined) throw credentialGone();
  return demo.origin(found.createdAt);
}
