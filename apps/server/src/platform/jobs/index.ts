export type { Job } from './job.ts';
export { createJobs, type Jobs } from './jobs.ts';
export { prepareJobs } from './prepare-jobs.ts';
export { defineQueue, type Queue, type QueueSettings } from './queue.ts';
export { workerChecks } from './workers.checks.ts';
