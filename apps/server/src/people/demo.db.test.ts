import { getPerson, listConnections, listPeople, removeDemo, startDemo } from '@throughline/contract';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { listTestRoutes, openAccessDependencies } from '../github-access/testing/access-dependencies.ts';
import { startTestApi } from '../http/testing/index.ts';
import { testDatabase } from '../platform/sql/testing/index.ts';
import { addDemoPeople, personRoutes } from './index.ts';

const database = await testDatabase();
const deps = openAccessDependencies(database, {
  loopbackOrigins: [],
  callbacks: { onDemoConnected: (connectionId, hostId) => addDemoPeople(deps, connectionId, hostId) },
});
const api = await startTestApi({
  database,
  routes: () => [...listTestRoutes(deps), ...personRoutes(deps)],
});
const administrator = await api.signIn('administrator');

afterAll(() => deps.close());

const isAnybodyWaiting = async (): Promise<boolean> => {
  const waiting = await database.query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return waiting.length > 0;
};

describe('the demo organisation', () => {
  it('is connected in one call, with people whose accounts are linked', async () => {
    const connection = await administrator.call(startDemo);
    const { people, total } = await administrator.call(listPeople, { query: {} });
    const person = await administrator.call(getPerson, { params: { slug: people[0]!.slug } });

    expect(connection).toMatchObject({ host: { kind: 'demo' }, state: 'active' });
    expect(total).toBeGreaterThan(35);
    expect(people.every(({ isDemo, accounts }) => isDemo && accounts.length === 1)).toBe(true);
    expect(person.links[0]?.account).not.toHaveProperty('url');
  });

  it('is there once, however many start it at once', async () => {
    await administrator.call(removeDemo);

    const started = await Promise.all([1, 2, 3].map(() => administrator.call(startDemo)));
    const again = await administrator.call(startDemo);

    expect(new Set([...started, again].map(({ connectionId }) => connectionId)).size).toBe(1);
  });

  it('gets its people also when whoever started it was stopped before they came', async () => {
    await database.query('delete from person');

    await administrator.call(startDemo);

    expect((await administrator.call(listPeople, { query: {} })).total).toBeGreaterThan(35);
  });

  it('goes also while what reads it holds one part of it and waits for another', async () => {
    const held = Promise.withResolvers<void>();
    const reading = database.transaction(async (tx) => {
      // Of two that wait for each other, the other is undone.
      await tx.query(`set local deadlock_timeout = '30s'`);
      await tx.query('select from credential for update');
      held.resolve();
      await vi.waitUntil(isAnybodyWaiting, { timeout: 20_000, interval: 20 });
      await tx.query('update host set name = name');
    });
    await held.promise;

    await administrator.call(removeDemo);
    await reading;

    expect(await database.query('select from host')).toEqual([]);
    await administrator.call(startDemo);
  });

  it('goes in one call, with everything that came with it', async () => {
    await administrator.call(removeDemo);
    await administrator.call(removeDemo);

    expect((await administrator.call(listConnections)).connections).toEqual([]);
    expect((await administrator.call(listPeople, { query: {} })).total).toBe(0);
    for (const table of ['host', 'credential', 'account', 'account_link', 'organisation', 'quota_bucket']) {
      expect([table, await database.query(`select 1 as found from ${table}`)]).toEqual([table, []]);
    }
  });

  it('can be started again after it was removed', async () => {
    await administrator.call(startDemo);

    expect((await administrator.call(listPeople, { query: {} })).total).toBeGreaterThan(35);
  });
});
