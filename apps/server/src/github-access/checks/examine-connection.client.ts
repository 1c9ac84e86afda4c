import {
  type GitHubClient,
  GitHubFailure,
  probePermissions,
  QuotaWait,
  readApp,
  readMembership,
  readOrganisationRepositories,
  toHostUrls,
} from '@throughline/github';
import * as z from 'zod';
import type { Clock } from '../../platform/clock/index.ts';
import type { Egress } from '../../platform/egress/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import type { SecretMask } from '../../platform/logging/index.ts';
import type { SecretBox } from '../../platform/secrets/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import { askActing } from '../acting/look-at-acting.client.ts';
import { findHeldInstallation } from '../apps/installation-credentials.sql.ts';
import { findNow } from '../apps/installation-tokens.client.ts';
import { asApp, getApp } from '../apps/open-app.client.ts';
import type { ClientPool } from '../client-pool.client.ts';
import { loadSecret } from '../credentials/credentials.sql.ts';
import { loadBucketUse } from '../quota/quota-use.sql.ts';
import type { ConnectionSubject, ExaminedConnection } from './connection-subject.ts';
import type {
  AppHeard,
  Examination,
  Heard,
  HostHeard,
  OrganisationHeard,
  OwnerHeard,
} from './examination.ts';
import { findExaminedConnection } from './examined-connection.sql.ts';
import type { RepositoryHeard } from './judge-repository.ts';

export interface ExaminingDependencies {
  readonly database: Database;
  readonly clients: ClientPool;
  readonly egress: Egress;
  readonly clock: Clock;
  readonly secretBox: SecretBox;
  readonly secretMask: SecretMask;
}

/** A connection and what may be asked about it until `signal` is aborted; undefined when there is none. */
export async function openConnectionSubject(
  deps: ExaminingDependencies,
  connectionId: number,
  signal: AbortSignal,
): Promise<ConnectionSubject | undefined> {
  const connection = await findExaminedConnection(deps.database, connectionId);
  if (connection === undefined) return undefined;
  return { ...connection, now: deps.clock.now(), ask: createExamination(deps, connection, signal) };
}

function createExamination(
  deps: ExaminingDependencies,
  connection: ExaminedConnection,
  signal: AbortSignal,
): Examination {
  const { connectionId, organisation, organisationGithubId } = connection;
  const getClient = once(
    async () => (await deps.clients.forConnection(connectionId, 'person', signal)).client,
  );
  const asking = <Value>(ask: (client: GitHubClient) => Promise<Value>) =>
    once(() => hear(async () => ask(await getClient())));
  return {
    host: once(() => reachHost(deps, connection, signal)),
    owner: asking(readOwner),
    organisation: asking((client) => readProfile(client, organisation)),
    todaysLogin: asking((client) => readLogin(client, organisationGithubId)),
    membership: asking((client) => readMembership(client, organisation)),
    repositoriesSeen: asking(
      async (client) => (await readOrganisationRepositories(client, organisation, { atMost: 1 })).total,
    ),
    probe: asking((client) => probePermissions(client, organisation)),
    app: once(() => hear(() => readAppOf(deps, connection.credential?.credentialId ?? 0))),
    acting: once(() => hear(() => readActingApp(deps, connection))),
    buckets: async () =>
      (await loadBucketUse(deps.database)).filter((use) => use.connectionId === connectionId),
    openSecret: async () => {
      if (connection.credential === undefined) return;
      await loadSecret(deps.database, deps.secretBox, connection.credential.credentialId);
    },
  };
}

function once<Value>(work: () => Promise<Value>): () => Promise<Value> {
  const begun: Promise<Value>[] = [];
  return () => {
    const [first = work()] = begun;
    begun[0] = first;
    return first;
  };
}

async function hear<Value>(ask: () => Promise<Value>): Promise<Heard<Value>> {
  try {
    return { kind: 'answered', value: await ask() };
  } catch (thrown) {
    if (thrown instanceof QuotaWait) return { kind: 'waits', untilAt: thrown.untilAt };
    if (thrown instanceof GitHubFailure) return { kind: 'refused', failure: thrown };
    if (thrown instanceof AppError) return { kind: 'unasked', text: thrown.message };
    throw thrown;
  }
}

/** Signs in with the private key, which shows that it opens and is the App's, and looks at the installation as it is now. */
async function readAppOf(deps: ExaminingDependencies, credentialId: number): Promise<AppHeard> {
  const held = await findHeldInstallation(deps.database, credentialId);
  if (held === undefined) throw new AppError('not-found', 'This connection has no installation any more.');
  const opened = await getApp(deps, held.registrationId);
  return asApp(deps, opened, async (client) => ({
    app: await readApp(client),
    installation: await findNow(client, held),
  }));
}

async function readActingApp(
  deps: ExaminingDependencies,
  { acting, organisation, organisationGithubId }: ExaminedConnection,
): Promise<AppHeard> {
  if (acting === undefined) throw new AppError('not-found', 'This connection was asked to do nothing.');
  return askActing(deps, {
    ...acting,
    organisation: { githubId: organisationGithubId, login: organisation },
  });
}

const hostTimeoutMs = 4_000;
const mostBytes = 1_000_000;

/** Without a credential, so that what a bad one would be told hides nothing of the host. */
async function reachHost(
  { egress, clock }: ExaminingDependencies,
  { host }: ExaminedConnection,
  signal: AbortSignal,
): Promise<HostHeard> {
  const { restUrl } = toHostUrls({ kind: host.kind, baseUrl: host.baseUrl });
  const address = `${restUrl}/meta`;
  const ask = egress.fetchFor({
    origins: [new URL(restUrl).origin],
    allowPrivateHosts: host.isPrivateAllowed,
    timeoutMs: hostTimeoutMs,
    maxBytes: mostBytes,
    ...(host.caCertificate === undefined ? {} : { caCertificate: host.caCertificate }),
  });
  try {
    const answer = await ask(address, {
      headers: { 'user-agent': 'throughline', accept: 'application/vnd.github+json' },
      signal,
    });
    return {
      kind: 'answered',
      address,
      status: answer.status,
      isGitHub: answer.headers.has('x-github-request-id') || answer.headers.has('x-github-media-type'),
      dateAt: parseDate(answer.headers.get('date')),
      version: answer.headers.get('x-github-enterprise-version') ?? undefined,
      heardAt: clock.now(),
    };
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    return { kind: 'failed', address, text: thrown.message, codes: toCodes(thrown) };
  }
}

function parseDate(text: string | null): Date | undefined {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? undefined : new Date(at);
}

function toCodes({ code, context }: AppError): readonly string[] {
  const codes = z.array(z.string()).safeParse(context?.['codes']);
  return codes.success && codes.data.length > 0 ? codes.data : [code];
}

const user = z.object({ login: z.string() });

/** An installation is nobody: that it may list its repositories shows that it is accepted. */
async function readOwner(client: GitHubClient): Promise<OwnerHeard> {
  if (client.tokenKind === 'app-installation') {
    await client.getRest('/installation/repositories', { per_page: 1 });
    return { login: undefined, scopes: undefined };
  }
  const { body, headers } = await client.getRest('/user');
  return { login: user.safeParse(body).data?.login, scopes: parseScopes(headers['x-oauth-scopes']) };
}

const parseScopes = (header: string | undefined): readonly string[] | undefined =>
  header
    ?.split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '');

const profile = z.object({
  id: z.number().int(),
  login: z.string(),
  public_repos: z.number().int().optional(),
  total_private_repos: z.number().int().optional(),
});

async function readProfile(client: GitHubClient, login: string): Promise<OrganisationHeard | undefined> {
  const found = await findBody(client, '/orgs/{login}', { login });
  const parsed = profile.safeParse(found).data;
  return (
    parsed && {
      githubId: parsed.id,
      login: parsed.login,
      publicRepositories: parsed.public_repos,
      privateRepositories: parsed.total_private_repos,
    }
  );
}

/** Who an id is stands in the public profile, whatever the login was. */
async function readLogin(client: GitHubClient, accountId: number): Promise<string | undefined> {
  return user.safeParse(await findBody(client, '/user/{account_id}', { account_id: accountId })).data?.login;
}

async function findBody(
  client: GitHubClient,
  path: string,
  parameters: Readonly<Record<string, string | number>>,
): Promise<unknown> {
  try {
    return (await client.getRest(path, parameters)).body;
  } catch (error) {
    if (error instanceof GitHubFailure && error.kind === 'gone') return undefined;
    throw error;
  }
}

const repository = z.object({
  id: z.number().int(),
  full_name: z.string(),
  archived: z.boolean(),
  fork: z.boolean(),
});

/** A repository as GitHub shows it to a connection's credential; undefined where it shows nothing. 1 request. */
export const askRepository = (
  { clients }: Pick<ExaminingDependencies, 'clients'>,
  connectionId: number,
  { owner, name }: { readonly owner: string; readonly name: string },
  signal: AbortSignal,
): Promise<Heard<RepositoryHeard | undefined>> =>
  hear(async () => {
    const { client } = await clients.forConnection(connectionId, 'person', signal);
    const found = repository.safeParse(await findBody(client, '/repos/{owner}/{name}', { owner, name })).data;
    return (
      found && {
        githubId: found.id,
        fullName: found.full_name,
        isArchived: found.archived,
        isFork: found.fork,
      }
    );
  });
