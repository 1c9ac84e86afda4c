import { createDatabase } from '../../platform/sql/index.ts';
import { startIngestionJobs } from '../ingestion-jobs.jobs.ts';
import { openStoryDependencies } from './story-dependencies.ts';

// A worker in a process of its own, for tests that kill it. Arguments: the database, and GitHub's origin.
const [, , url = '', origin = ''] = process.argv;
const database = createDatabase(url);
const clock = { now: () => new Date() };
await startIngestionJobs(await openStoryDependencies({ database, url, origin, clock, role: 'worker' }));
process.send?.('ready');
