import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { keepDatabase } from './keep-database.ts';
import { isAlive } from './platform/process/index.ts';
import { createDatabase, type Database, type Sql } from './platform/sql/index.ts';
import { findServer } from './platform/sql/testing/find-server.ts';
import { prepareDatabase } from './prepare-database.ts';
import {
  type ApiStopPointName,
  type DatabaseStopPointName,
  databaseStopPoints,
} from './testing/house-stop-points.data.ts';
import { makeDataDirectory } from './testing/start-main.ts';
import {
  countRows,
  expectTruth,
  prepareToConnect,
  signIn,
  startAcme,
  startRole,
  startStopping,
  toEnvironment,
  toOutcome,
  waitUntilRead,
} from './testing/stopping-house.ts';

const resumeLimitMs = 45_000;
const acme = await startAcme();

/** Resolves while a checkpoint is being made: asks for one after another until one is not over at once. */
async function meetCheckpoint(sql: Sql): Promise<void> {
  for (;;) {
    const made = sql.query('checkpoint').then(
      () => 'made',
      () => 'broken',
    );
    if ((await Promise.race([made, sleep(3, 'under way')])) === 'under way') return;
  }
}

describe('a database server that ends for good when', { timeout: 120_000 }, () => {
  /** A house with a server of its own, kept running as the supervisor keeps it. */
  async function prepare() {
    const dataDirectory = await makeDataDirectory();
    const kept = await keepDatabase({ dataDirectory, onMoved: () => expect.unreachable('its port changed') });
    onTestFinished(() => kept[Symbol.asyncDispose]());
    await prepareDatabase(kept.url());
    const database: Database = createDatabase(kept.url(), { onIdleError: () => {} });
    onTestFinished(() => database.close());
    const server = await findServer(dataDirectory);
    return { database, env: toEnvironment(kept.url(), dataDirectory, acme), pid: server?.pid ?? 0 };
  }

  test.each(Object.keys(databaseStopPoints) as DatabaseStopPointName[])(
    '%s: the same worker goes on, and nothing is missing or there twice',
    async (point) => {
      const { database, env, pid } = await prepare();
      const client = await signIn(database, startRole('api', env));
      const worker = startStopping('worker', env, { point, victim: pid });
      await worker.waitFor(/The worker runs/);

      await (await prepareToConnect(client, acme))(client);
      await vi.waitUntil(() => !isAlive(pid), { timeout: 30_000, interval: 20 });
      const killedAt = performance.now();
      await waitUntilRead(database);

      expect(performance.now() - killedAt).toBeLessThan(resumeLimitMs);
      expect(isAlive(worker.pid)).toBe(true);
      await expectTruth(database, acme);
    },
  );

  test('a checkpoint is being made: the same worker goes on, and nothing is missing or there twice', async () => {
    const { database, env, pid } = await prepare();
    const client = await signIn(database, startRole('api', env));
    const worker = startRole('worker', env);
    await worker.waitFor(/The worker runs/);

    await (await prepareToConnect(client, acme))(client);
    await vi.waitUntil(async () => (await countRows(database, 'pull_request')) > 0, {
      timeout: 30_000,
      interval: 10,
    });
    await meetCheckpoint(database);
    process.kill(pid, 'SIGKILL');
    const killedAt = performance.now();
    await waitUntilRead(database);

    expect(performance.now() - killedAt).toBeLessThan(resumeLimitMs);
    expect(isAlive(worker.pid)).toBe(true);
    await expectTruth(database, acme);
  });

  test('a connection is written, its first job not queued: nothing of it is kept, and it is made anew', async () => {
    const { database, env, pid } = await prepare();
    const point = 'connection written, its first job not queued' satisfies ApiStopPointName;
    const api = startStopping('api', env, { point, victim: pid });
    const client = await signIn(database, api);
    const connect = await prepareToConnect(client, acme);

    expect(await toOutcome(connect(client))).not.toBe('done');
    await vi.waitUntil(
      () =>
        database.query('select').then(
          () => true,
          () => false,
        ),
      {
        timeout: 30_000,
        interval: 100,
      },
    );
    const left = await countRows(database, 'connection');
    const second = await toOutcome(connect(client));
    startRole('worker', env);
    await waitUntilRead(database);

    expect([left, second, isAlive(api.pid)]).toEqual([0, 'done', true]);
    await expectTruth(database, acme);
  });
});
