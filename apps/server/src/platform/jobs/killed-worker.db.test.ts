import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { afterAll, expect, test } from 'vitest';

import { testDatabase } from '../sql/testing/index.ts';
import { createJobs } from './index.ts';
import { sleepyQueue } from './testing/sleepy-queue.ts';

const database = await testDatabase();
const jobs = createJobs({
  url: database.url,
  role: 'worker',
  queues: [sleepyQueue],
  onFailure: () => undefined,
});
afterAll(() => jobs.stop({ graceful: false }));

test('the job of a worker that was killed is taken up by another within 45 seconds', {
  timeout: 60_000,
}, async () => {
  await jobs.start();
  const victim = spawn(process.execPath, [join(import.meta.dirname, 'testing/sleepy-worker.ts')], {
    env: { ...process.env, DATABASE_URL: database.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await jobs.enqueue(database, sleepyQueue, { thingId: 42 });
  const [said] = await once(victim.stdout, 'data');
  expect(String(said)).toContain('took 42');

  victim.kill('SIGKILL');
  const killedAt = performance.now();
  const [thingId, retryCount] = await new Promise<[number, number]>((resolve) => {
    void jobs.work(sleepyQueue, {}, async (payload, job) => resolve([payload.thingId, job.retryCount]));
  });

  expect([thingId, retryCount]).toEqual([42, 1]);
  expect(performance.now() - killedAt).toBeLessThan(45_000);
});
