import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { craftRepository } from '@throughline/github-emulator';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '../platform/sql/testing/index.ts';
import { startIngestionJobs } from './ingestion-jobs.jobs.ts';
import { loadSync } from './testing/load-counts.ts';
import { startStory } from './testing/start-story.ts';
import { openStoryDependencies } from './testing/story-dependencies.ts';

const database = await testDatabase({ max: 12 });
const workerProcess = fileURLToPath(new URL('./testing/worker-process.ts', import.meta.url));

const countPullRequests = async (): Promise<number> =>
  (await database.query<{ count: number }>('select count(*)::integer as count from v_pull_request'))[0]!
    .count;

test('a worker killed in the middle of a page loses nothing, and another one goes on', async () => {
  const story = await startStory(database, {
    sources: [
      craftRepository({ fullName: 'acme/api', admins: ['ada'], pulls: 60 }),
      craftRepository({ fullName: 'acme/web', admins: ['ada'], pulls: 30 }),
    ],
  });
  const { origin } = story.proxy;
  const held = Promise.withResolvers<undefined>();
  story.proxy.intercept = ({ operation, variables }) =>
    operation === 'pullRequestsPage' && variables['after'] !== null ? held.promise : undefined;

  const first = fork(workerProcess, [database.url, origin]);
  await once(first, 'message');
  const startedAt = Date.now();
  await expect.poll(countPullRequests, { timeout: 30_000 }).toBeGreaterThan(0);
  const firstMs = Date.now() - startedAt;
  await expect.poll(countPullRequests, { timeout: 30_000 }).toBe(50);
  first.kill('SIGKILL');
  await once(first, 'exit');
  const killedAt = Date.now();
  held.resolve(undefined);
  const failures: unknown[] = [];
  const second = await openStoryDependencies({
    database,
    url: database.url,
    origin,
    clock: story.clock,
    role: 'worker',
    onFailure: (error) => failures.push(error),
  });
  afterAll(() => second.close());
  await startIngestionJobs(second);
  await expect.poll(countPullRequests, { timeout: 60_000, interval: 200 }).toBe(90);
  const resumedMs = Date.now() - killedAt;

  expect(firstMs).toBeLessThan(10_000);
  expect(resumedMs).toBeLessThan(45_000);
  expect(await loadSync(database, await story.repositoryId('api'))).toMatchObject({
    held_count: 60,
    total: 60,
  });
  expect(await loadSync(database, await story.repositoryId('web'))).toMatchObject({
    held_count: 30,
    total: 30,
  });
  expect(failures).toEqual([]);
}, 120_000);
