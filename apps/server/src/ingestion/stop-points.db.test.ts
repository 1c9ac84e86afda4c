import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { craftRepository } from '@throughline/github-emulator';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { compileCache } from '../platform/process/testing/compile-cache.ts';
import { type TestDatabase, testDatabase } from '../platform/sql/testing/index.ts';
import { isReadWhole, listTruth, loadHeld } from './testing/load-held.ts';
import { type Story, startStory } from './testing/start-story.ts';
import { type StopPointName, stopPoints } from './testing/stop-points.data.ts';

const workerProcess = fileURLToPath(new URL('./testing/worker-process.ts', import.meta.url));

const databases = new Map<string, TestDatabase>();
for (const name of Object.keys(stopPoints)) databases.set(name, await testDatabase());

const workers: ChildProcess[] = [];
// Before the databases are dropped, which were asked for first.
afterAll(async () => {
  const running = workers.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  await Promise.all(
    running.map(async (worker) => {
      const ended = once(worker, 'exit');
      worker.kill('SIGKILL');
      await ended;
    }),
  );
});

const repositories = ['api', 'web'] as const;
/** Repositories that a worker reads at once: of each a page may be asked for again. */
const concurrency = 4;

const start = (database: TestDatabase): Promise<Story> =>
  startStory(database, {
    sources: repositories.map((name, at) =>
      craftRepository({ fullName: `acme/${name}`, admins: ['ada'], pulls: 60 - 20 * at }),
    ),
    hasLimits: true,
  });

function startWorker(database: TestDatabase, story: Story, point?: StopPointName): ChildProcess {
  const args = [database.url, story.proxy.origin, ...(point === undefined ? [] : [point])];
  const worker = fork(workerProcess, args, { env: { ...process.env, ...compileCache } });
  workers.push(worker);
  return worker;
}

/** A look at what has changed is due nine minutes after the list of repositories, unless a slow worker had one before. */
async function makeSweepDue(database: TestDatabase, worker: ChildProcess): Promise<void> {
  const isEnded = () => worker.signalCode !== null;
  await vi.waitUntil(async () => isEnded() || (await isReadWhole(database, repositories.length)), {
    timeout: 60_000,
    interval: 100,
  });
  await database.query(
    `update connection_sync
     set discovered_at = app_now() - interval '10 minutes',
         swept_at = null`,
  );
}

const countAskedTwice = ({ proxy }: Story): number => {
  const pages = proxy.passed
    .filter(({ operation, path }) => operation === 'pullRequestsPage' || path.includes('/pulls?'))
    .map(({ path, body }) => `${path} ${body}`);
  return pages.length - new Set(pages).size;
};

describe.concurrent('a worker that ends for good when', () => {
  test.each(Object.keys(stopPoints) as StopPointName[])(
    '%s: another one goes on, and nothing is missing or there twice',
    async (point) => {
      const database = databases.get(point)!;
      const story = await start(database);
      const first = startWorker(database, story, point);
      const ended = once(first, 'exit');
      if (point.startsWith('sweep')) await makeSweepDue(database, first);
      expect(await ended).toEqual([null, 'SIGKILL']);

      // Nobody proves the life of its jobs any more: as if the ten seconds were over in which it would have.
      await database.query(
        `update pgboss.job set heartbeat_on = heartbeat_on - interval '1 minute' where state = 'active'`,
      );
      const killedAt = performance.now();
      startWorker(database, story);
      await vi.waitUntil(() => isReadWhole(database, repositories.length), {
        timeout: 60_000,
        interval: 100,
      });
      const resumedMs = performance.now() - killedAt;

      for (const name of repositories)
        expect(await loadHeld(database, name)).toEqual(listTruth(story.emulator.control, `acme/${name}`));
      expect(countAskedTwice(story)).toBeLessThanOrEqual(concurrency);
      expect(resumedMs).toBeLessThan(45_000);
      expect(await database.query(`select from pgboss.job where state = 'failed'`)).toEqual([]);
    },
    120_000,
  );
});
