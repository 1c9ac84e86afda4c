import {
  type GitHubClient,
  probePermissions,
  readApp,
  readMembership,
  readOrganisationRepositories,
} from '@throughline/github';
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
import type { AppHeard, Examination } from './examination.ts';
import { findExaminedConnection } from './examined-connection.sql.ts';
import { hear } from './hear.ts';
import { reachHost } from './reach-host.client.ts';
import { readLogin, readOwner, readProfile } from './read-organisation.client.ts';

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

/** Asks at the first call; every further one gets the same answer. */
function once<Value>(work: () => Promise<Value>): () => Promise<Value> {
  const begun: Promise<Value>[] = [];
  return () => {
    const [first = work()] = begun;
    begun[0] = first;
    return first;
  };
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
