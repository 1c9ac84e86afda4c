import {
  type EmulatorOptions,
  type RunningEmulator,
  startEmulator,
  type TokenSpec,
} from '@throughline/github-emulator';
import { afterAll } from 'vitest';
import type { Job } from '../../platform/jobs/index.ts';
import type { SecretBox } from '../../platform/secrets/index.ts';
import type { TestDatabase } from '../../platform/sql/testing/index.ts';
import type { ReadingDependencies } from '../dependencies.ts';
import { discoverRepositories } from '../discovery/discover-repositories.jobs.ts';
import { lookUpPullRequests } from '../reading/look-up.jobs.ts';
import { readNextPage } from '../reading/read-next-page.client.ts';
import type { Step } from '../reading/step.ts';
import { startReading } from '../start-reading.sql.ts';
import { sweep } from '../sweep/sweep-repositories.jobs.ts';
import { type Proxy, startProxy } from './start-proxy.ts';
import { openStoryDependencies } from './story-dependencies.ts';

/** A clock that tests move on, beside the database's. */
export interface MovingClock {
  now(): Date;
  /** Moves both clocks on from real time. */
  shift(minutes: number): Promise<void>;
}

export interface Story {
  readonly deps: ReadingDependencies;
  readonly emulator: RunningEmulator;
  readonly proxy: Proxy;
  readonly connectionId: number;
  readonly organisationId: number;
  readonly hostId: number;
  readonly clock: MovingClock;
  /** Lists the repositories, as the job does. */
  discover(isForced?: boolean): Promise<void>;
  /** Reads one page of a repository. */
  turn(name: string, isForced?: boolean): Promise<Step>;
  /** Reads until there is nothing to read on; rejects when it does not come to an end. */
  readAll(name: string): Promise<Step>;
  lookUp(name: string): Promise<void>;
  /** Looks which repositories have changed, as the job does after so many failures in a row. */
  sweep(failures?: number): Promise<void>;
  repositoryId(name: string): Promise<number>;
}

export interface StoryOptions {
  /** Whose token reads; default `ada`. */
  readonly login?: string;
  /** Default: a classic one with every scope. */
  readonly token?: TokenSpec;
  readonly organisation?: string;
  readonly repositoryChoice?: 'all' | 'some';
  readonly chosen?: readonly number[];
  readonly includesArchived?: boolean;
  readonly includesForks?: boolean;
  /** By how much the machine that reads is ahead of the database and of GitHub. */
  readonly minutesAhead?: number;
}

/** Stands for the job that runs: it is never taken away, and what it completes is the caller's to see. */
export const runningJob: Job = {
  id: 'story',
  retryCount: 0,
  signal: new AbortController().signal,
  heartbeat: async () => {},
  complete: async () => {},
};

let stories = 0;

/** An organisation at an emulated GitHub, connected through a proxy that can misbehave, and everything that reads it. */
export async function startStory(
  database: TestDatabase,
  emulated: Omit<EmulatorOptions, 'tokens'>,
  options: StoryOptions = {},
): Promise<Story> {
  const emulator = await startEmulator({
    shape: 'enterprise-server',
    ...emulated,
    tokens: [options.token ?? { kind: 'classic', login: options.login ?? 'ada' }],
  });
  const proxy = await startProxy(emulator.origin);
  const deps = await openDependencies(database, proxy, options.minutesAhead);
  const ids = await seedConnection(database, deps.secretBox, {
    ...options,
    baseUrl: proxy.origin,
    token: emulator.tokens[0]!.value,
    organisation: options.organisation ?? 'acme',
  });
  await database.transaction((tx) => startReading(tx, deps.jobs, ids.connectionId, options.chosen ?? []));
  afterAll(async () => {
    await Promise.all([proxy.close(), emulator.close()]);
  });
  return { ...ids, ...toVerbs(database, deps, ids.connectionId), deps, emulator, proxy };
}

async function openDependencies(
  database: TestDatabase,
  proxy: Proxy,
  minutesAhead = 0,
): Promise<ReadingDependencies & { readonly clock: MovingClock }> {
  await database.shiftClock('');
  const clock = createMovingClock(database, minutesAhead);
  const world = { database, url: database.url, origin: proxy.origin, clock, role: 'sender' } as const;
  const deps = await openStoryDependencies(world);
  afterAll(() => deps.close());
  return { ...deps, clock };
}

function createMovingClock(database: TestDatabase, minutesAhead: number): MovingClock {
  let shiftMs = 0;
  return {
    now: () => new Date(Date.now() + shiftMs + minutesAhead * 60_000),
    shift: async (minutes) => {
      shiftMs += minutes * 60_000;
      await database.shiftClock(`${shiftMs / 1000} seconds`);
    },
  };
}

interface Seed extends Omit<StoryOptions, 'token'> {
  readonly baseUrl: string;
  readonly token: string;
  readonly organisation: string;
}

async function seedConnection(database: TestDatabase, box: SecretBox, seed: Seed) {
  stories += 1;
  const [ids] = await database.query<{
    hostId: number;
    organisationId: number;
    connectionId: number;
    credentialId: number;
  }>(
    `with new_host as (
       insert into host (kind, base_url, name, is_private_allowed)
       values ('enterprise-server', $1::text, 'GitHub of acme', true)
       returning host_id),
     new_organisation as (
       insert into organisation (host_id, github_id, login, observed_at)
       select host_id, 1, $2::text, app_now() from new_host
       returning organisation_id),
     new_credential as (
       insert into credential (host_id, kind, secret_sealed, bucket_owner, login, account_kind, checked_at, report)
       select host_id, 'classic-token', '', 'user:ada', 'ada', 'person', app_now(), '{}' from new_host
       returning credential_id),
     new_connection as (
       insert into connection (organisation_id, name, repository_choice, includes_archived, includes_forks)
       select organisation_id, $3::text, $4::text, $5::boolean, $6::boolean from new_organisation
       returning connection_id),
     new_use as (
       insert into connection_credential (connection_id, credential_id, role)
       select connection_id, credential_id, 'read' from new_connection, new_credential)
     select
       host_id as "hostId", organisation_id as "organisationId", connection_id as "connectionId",
       credential_id as "credentialId"
     from new_host, new_organisation, new_connection, new_credential`,
    [
      seed.baseUrl,
      seed.organisation,
      `${seed.organisation} ${stories}`,
      seed.repositoryChoice ?? 'all',
      seed.includesArchived ?? false,
      seed.includesForks ?? false,
    ],
  );
  const { credentialId, ...rest } = ids!;
  const place = { table: 'credential', column: 'secret_sealed', row: String(credentialId) };
  await database.query('update credential set secret_sealed = $2::text where credential_id = $1::bigint', [
    credentialId,
    box.seal(seed.token, place),
  ]);
  return rest;
}

function toVerbs(
  database: TestDatabase,
  deps: ReadingDependencies & { readonly clock: MovingClock },
  connectionId: number,
): Pick<Story, 'clock' | 'discover' | 'turn' | 'readAll' | 'lookUp' | 'sweep' | 'repositoryId'> {
  const repositoryId = async (name: string): Promise<number> => {
    const [row] = await database.query<{ repository_id: number }>(
      `select repository_sync.repository_id
       from repository_sync
       join repository on repository.repository_id = repository_sync.repository_id
       where repository_sync.connection_id = $1::bigint
         and repository.name = $2::text`,
      [connectionId, name],
    );
    if (row === undefined) throw new Error(`The repository ${name} is not read.`);
    return row.repository_id;
  };
  const turn = async (name: string, isForced = false): Promise<Step> =>
    readNextPage(deps, { repositoryId: await repositoryId(name), isForced, signal: runningJob.signal });
  return {
    clock: deps.clock,
    repositoryId,
    turn,
    sweep: (failures = 0) => sweep(deps, { connectionId, failures }, runningJob),
    discover: (isForced = false) => discoverRepositories(deps, { connectionId, isForced }, runningJob),
    readAll: async (name) => {
      for (let page = 0; page < 200; page += 1) {
        const step = await turn(name);
        if (step.kind !== 'again') return step;
      }
      throw new Error(`Reading ${name} does not come to an end.`);
    },
    lookUp: async (name) => lookUpPullRequests(deps, { repositoryId: await repositoryId(name) }, runningJob),
  };
}
