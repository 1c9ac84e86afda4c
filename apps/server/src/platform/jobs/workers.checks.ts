import { type Check, defineCheck } from '../checks/index.ts';
import type { Database } from '../sql/index.ts';
import { lookAtJobs } from './job-look.sql.ts';
import { judgeJobs } from './judge-jobs.ts';

/** Whether workers are alive: jobs that are due are picked up. */
export const workerChecks: readonly Check<{ readonly database: Database }, unknown>[] = [
  defineCheck({
    id: 'workers',
    title: 'The workers',
    about: 'workspace',
    asks: 'The queue: how long have jobs that are due waited to be picked up?',
    says: 'Longer than a minute; with nothing under way for ten, it is broken.',
    repairs: 'Start a worker.',
    run: async ({ database }) => judgeJobs(await lookAtJobs(database)),
  }),
];
