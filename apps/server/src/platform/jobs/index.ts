export type { Job, JobHandler } from './job.ts';
export { createJobs, type EnqueueOptions, type Jobs, type JobsOptions, type WorkOptions } from './jobs.ts';
export { prepareJobs } from './prepare-jobs.ts';
export { defineQueue, type Queue, type QueuePolicy, type QueueSettings } from './queue.ts';
