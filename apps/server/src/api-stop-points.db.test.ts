import { listConnections, repairRepository } from '@throughline/contract';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { moveTestClient } from './http/testing/index.ts';
import { createDatabase } from './platform/sql/index.ts';
import { emptyDatabase } from './platform/sql/testing/index.ts';
import { prepareDatabase } from './prepare-database.ts';
import type { ApiStopPointName } from './testing/house-stop-points.data.ts';
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
  waitForAddress,
  waitUntilRead,
} from './testing/stopping-house.ts';

const acme = await startAcme();

describe('an api that ends for good when', { timeout: 120_000 }, () => {
  /** A house of its own whose api will end at `point`, and somebody signed in. */
  async function prepare(point: ApiStopPointName) {
    const { url } = await emptyDatabase();
    await prepareDatabase(url);
    const database = createDatabase(url);
    onTestFinished(() => database.close());
    const env = toEnvironment(url, await makeDataDirectory(), acme);
    const first = startStopping('api', env, { point });
    const client = await signIn(database, first);
    const startAgain = async () => moveTestClient(client, await waitForAddress(startRole('api', env)));
    return { database, env, first, client, startAgain };
  }

  test.each([
    ['connection written, its first job not queued', 0, 'done'],
    ['connection made and its first job queued, not answered', 1, 'organisation-already-connected'],
  ] as const)(
    '%s: there is all of the connection or nothing, and it is read',
    async (point, kept, outcome) => {
      const { database, env, first, client, startAgain } = await prepare(point);
      const connect = await prepareToConnect(client, acme);

      expect(await toOutcome(connect(client))).toBe('unavailable');
      await first.exited;
      const again = await startAgain();
      const { connections } = await again.call(listConnections, {});
      const jobs = await countRows(database, `pgboss.job where name = 'discover-repositories'`);
      const second = await toOutcome(connect(again));
      startRole('worker', env);
      await waitUntilRead(database);

      expect([connections.length, jobs, second]).toEqual([kept, kept, outcome]);
      expect(await countRows(database, 'connection')).toBe(1);
      await expectTruth(database, acme);
    },
  );

  test.each([
    ['repair begun, not committed', 0],
    ['repair committed, not answered', 1],
  ] as const)('%s: it was asked for or it was not, and can be asked for again', async (point, kept) => {
    const { database, env, first, client, startAgain } = await prepare(point);
    const { connectionId } = await (await prepareToConnect(client, acme))(client);
    startRole('worker', env);
    await waitUntilRead(database);
    const [row] = await database.query<{ repository_id: number }>(
      'select repository_id from repository_sync',
    );
    const asked = { params: { connectionId, repositoryId: row?.repository_id ?? 0 } };
    // Facts are kept by a job that never rests.
    const underWay = `pgboss.job where state = 'active' and name <> 'keep-facts'`;
    const repairs = `audit_entry where action = 'repository.repaired'`;

    expect(await toOutcome(client.call(repairRepository, asked))).toBe('unavailable');
    await first.exited;
    const again = await startAgain();
    const before = await countRows(database, repairs);
    const second = await toOutcome(again.call(repairRepository, asked));
    const isAtRest = async () => (await countRows(database, underWay)) === 0;
    await vi.waitUntil(isAtRest, { timeout: 30_000, interval: 100 });

    expect([before, second, await countRows(database, repairs)]).toEqual([kept, 'done', kept + 1]);
    await expectTruth(database, acme);
  });

  test('stream open, looking the second time: reading goes on, and the next stream tells how far it is', async () => {
    const { database, env, first, client, startAgain } = await prepare(
      'stream open, looking the second time',
    );
    await (await prepareToConnect(client, acme))(client);
    const stream = await client.fetch('/api/sync/stream');

    startRole('worker', env);
    await expect(stream.text()).rejects.toThrow();
    await first.exited;
    await waitUntilRead(database);
    const next = await (await startAgain()).fetch('/api/sync/stream');
    const told = await readEvent(next);

    expect(told).toContain('"repositoriesComplete":2');
    await expectTruth(database, acme);
  });
});

/** The first event of a stream, which is then left. */
async function readEvent(response: Response): Promise<string> {
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += new TextDecoder().decode(chunk);
    if (/\ndata: .*\n\n/s.test(`\n${text}`)) break;
  }
  return text;
}
