import { createJobs } from '../index.ts';
import { sleepyQueue } from './sleepy-queue.ts';

/** A worker that takes a job of the sleepy queue, says so, and never finishes it: for tests that kill it. */
const jobs = createJobs({
  url: process.env['DATABASE_URL'] ?? '',
  role: 'worker',
  queues: [sleepyQueue],
  onFailure: (error) => console.error(error),
});
await jobs.start();
await jobs.work(sleepyQueue, {}, async ({ thingId }) => {
  console.log(`took ${thingId}`);
  await new Promise(() => undefined);
});
