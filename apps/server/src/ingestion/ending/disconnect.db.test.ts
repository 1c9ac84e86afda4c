import {
  continueDisconnecting,
  createConnection,
  disconnectConnection,
  getConnection,
  listConnections,
  testToken,
} from '@throughline/contract';
import { craftRepository } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import type { ReadingDependencies } from '../dependencies.ts';
import { readByApp } from '../testing/read-by-app.ts';
import { runningJob, type Story, startStory } from '../testing/start-story.ts';
import { startStoryApi } from '../testing/start-story-api.ts';
import { disconnect } from './disconnect.jobs.ts';

const database = await testDatabase();

const begin = async () => {
  const story = await startStory(database, {
    sources: [craftRepository({ fullName: 'acme/api', admins: ['ada'], pulls: 6 })],
  });
  await story.discover();
  await story.readAll('api');
  const administrator = await startStoryApi(database, story);
  const { name } = await administrator.call(getConnection, { params: { connectionId: story.connectionId } });
  const end = (data: 'keep' | 'delete', typed = name) =>
    administrator.call(disconnectConnection, {
      params: { connectionId: story.connectionId },
      body: { typed, data },
    });
  return { story, administrator, name, end };
};

const run = ({ deps, connectionId }: Pick<Story, 'deps' | 'connectionId'>) =>
  disconnect(deps, { connectionId }, runningJob);

const load = async ({ organisationId, connectionId }: Story) => {
  const [row] = await database.query<Record<string, unknown>>(
    `select
       (select count(*)::integer from pull_request
        join repository using (repository_id)
        where organisation_id = $1::bigint) as "pullRequests",
       (select count(*)::integer from repository where organisation_id = $1::bigint) as repositories,
       (select count(*)::integer from account) > 0 as "hasAccounts",
       (select state from connection where connection_id = $2::bigint) as state,
       (select count(*)::integer from connection_credential where connection_id = $2::bigint) as credentials,
       (select count(*)::integer from disconnection where connection_id = $2::bigint) as endings,
       (select count(*)::integer from audit_entry
        where action = 'connection.disconnected'
          and subject = 'connection:' || $2::bigint) as told`,
    [organisationId, connectionId],
  );
  return row;
};

/** A database whose process is killed after so many transactions. */
const killedAfter = (deps: ReadingDependencies, transactions: number): ReadingDependencies => {
  let left = transactions;
  const killed: ReadingDependencies['database'] = Object.assign(Object.create(deps.database), {
    transaction: (work: Parameters<ReadingDependencies['database']['transaction']>[0]) => {
      if (left === 0) return Promise.reject(new Error('killed'));
      left -= 1;
      return deps.database.transaction(work);
    },
  });
  return { ...deps, database: killed };
};

describe('a connection that ends', () => {
  test('wants its name typed, and ends for nobody who only said so', async () => {
    const { story, end } = await begin();

    await expect(end('keep', 'acm')).rejects.toMatchObject({ failure: { code: 'input-invalid' } });

    expect(await load(story)).toMatchObject({ state: 'active', credentials: 1 });
  });

  test('takes its App from the organisation at GitHub where that is wanted', async () => {
    const { story, administrator, name } = await begin();
    const installationId = await readByApp(database, story);
    const isInstalled = async () =>
      (await fetch(`${story.emulator.origin}/_emulator/apps`))
        .text()
        .then((text) => text.includes(`"id":${installationId}`));

    await administrator.call(disconnectConnection, {
      params: { connectionId: story.connectionId },
      body: { typed: name, app: 'uninstall' },
    });
    const before = await isInstalled();
    await run(story);

    expect([before, await isInstalled()]).toEqual([true, false]);
    expect(await load(story)).toMatchObject({ state: 'disconnected', credentials: 0 });
  });

  test('reads nothing from then on, keeps its data, and is taken up again where it was left', async () => {
    const { story, administrator, name, end } = await begin();

    const ending = await end('keep');
    const step = await story.turn('api', true);
    await run(story);
    const { connections } = await administrator.call(listConnections);
    const ended = await load(story);
    const { credentialId } = await administrator.call(testToken, {
      body: { host: { address: story.proxy.origin }, token: story.emulator.tokens[0]!.value },
    });
    await database.query(
      `update organisation set github_id = $2::bigint where organisation_id = $1::bigint`,
      [story.organisationId, await findGithubId(story)],
    );
    const again = await administrator.call(createConnection, {
      body: { credentialId, organisation: 'acme', name, repositoryChoice: 'all' },
    });

    expect(ending).toMatchObject({ state: 'disconnecting', ending: { step: 'revoke', removesData: false } });
    expect(step).toEqual({ kind: 'parked' });
    expect(connections.map((one) => one.connectionId)).not.toContain(story.connectionId);
    expect(ended).toMatchObject({
      state: 'disconnected',
      pullRequests: 6,
      repositories: 1,
      credentials: 0,
      told: 1,
    });
    expect(again).toMatchObject({ connectionId: story.connectionId, state: 'active' });
    const [sync] = await database.query(
      `select phase, held_count from repository_sync where connection_id = $1::bigint`,
      [story.connectionId],
    );
    expect(sync).toMatchObject({ phase: 'incremental', held_count: 6 });
  });

  test('waits while GitHub does not answer, says so, and goes on by itself or without revoking there', async () => {
    const { story, administrator, end } = await begin();
    await useOauthToken(story);
    await end('keep');
    story.emulator.control.addFault({ kind: 'status', status: 502, times: 1 });

    await run(story);
    const waiting = await administrator.call(getConnection, { params: { connectionId: story.connectionId } });
    await run(story);

    expect(waiting).toMatchObject({
      state: 'disconnecting',
      ending: { step: 'revoke', problem: expect.any(String), tryAgainAt: expect.any(String) },
    });
    expect(await load(story)).toMatchObject({ state: 'disconnected', credentials: 0 });
    const [told] = await database.query<{ detail: object }>(
      `select detail from audit_entry where action = 'connection.disconnected' order by audit_id desc limit 1`,
    );
    expect(told?.detail).toMatchObject({ data: 'kept', isRevoked: true });
  });

  test('is left at GitHub where somebody says so, and wiped here all the same', async () => {
    const { story, administrator, end } = await begin();
    await useOauthToken(story);
    await end('keep');
    story.emulator.control.addFault({ kind: 'status', status: 502, times: 1 });
    await run(story);

    await administrator.call(continueDisconnecting, {
      params: { connectionId: story.connectionId },
      body: { isLeftAtGithub: true },
    });
    await run(story);
    story.emulator.control.clear();

    expect(await load(story)).toMatchObject({ state: 'disconnected', credentials: 0 });
  });

  test.each(['keep', 'delete'] as const)(
    'killed after any step (%s), it ends like one that was not',
    async (data) => {
      const { story, end } = await begin();
      await end(data);

      for (let transactions = 0; transactions < 8; transactions += 1) {
        const killed = killedAfter(story.deps, transactions % 3);
        await disconnect(killed, { connectionId: story.connectionId }, runningJob).catch(() => undefined);
      }
      await run(story);

      expect(await load(story)).toEqual({
        pullRequests: data === 'keep' ? 6 : 0,
        repositories: data === 'keep' ? 1 : 0,
        hasAccounts: true,
        state: data === 'keep' ? 'disconnected' : null,
        credentials: 0,
        endings: 0,
        told: 1,
      });
    },
  );
});

async function findGithubId({ emulator }: Story): Promise<number> {
  const response = await fetch(`${emulator.restUrl}/orgs/acme`, {
    headers: { authorization: `Bearer ${emulator.tokens[0]!.value}`, 'user-agent': 'test' },
  });
  const body: unknown = await response.json();
  return Number(Object(body)['id']);
}

/** As if the connection had been made by an OAuth app, whose tokens GitHub lets us revoke. */
async function useOauthToken({ emulator, deps, hostId, connectionId }: Story): Promise<void> {
  const app = emulator.control.addOauthApp({ name: 'Ours', callbackUrls: ['http://127.0.0.1/back'] });
  const value = 'gho_ada';
  emulator.control.addToken({ kind: 'oauth', value, login: 'ada', clientId: app.clientId, scopes: ['repo'] });
  const [registration] = await database.query<{ registration_id: number }>(
    `insert into app_registration (host_id, kind, client_id, client_secret_sealed, name, made_how)
     values ($1::bigint, 'oauth-app', $2::text, '', 'Ours', 'by-hand')
     returning registration_id`,
    [hostId, app.clientId],
  );
  const registrationId = registration!.registration_id;
  const sealed = deps.secretBox.seal(app.clientSecret, {
    table: 'app_registration',
    column: 'client_secret_sealed',
    row: String(registrationId),
  });
  await database.query(
    `update app_registration set client_secret_sealed = $2::text where registration_id = $1::bigint`,
    [registrationId, sealed],
  );
  const [used] = await database.query<{ credential_id: number }>(
    'select credential_id from connection_credential where connection_id = $1::bigint',
    [connectionId],
  );
  const place = { table: 'credential', column: 'secret_sealed', row: String(used!.credential_id) };
  await database.query(
    `update credential
     set kind = 'oauth-token', registration_id = $2::bigint, secret_sealed = $3::text
     where credential_id = $1::bigint`,
    [used!.credential_id, registrationId, deps.secretBox.seal(value, place)],
  );
}
