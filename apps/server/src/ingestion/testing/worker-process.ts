import { createDatabase } from '../../platform/sql/index.ts';
import { startIngestionJobs } from '../ingestion-jobs.jobs.ts';
import { stopAt } from './stop-at.ts';
import { type StopPoint, stopPoints } from './stop-points.data.ts';
import { openStoryDependencies } from './story-dependencies.ts';

// A worker in a process of its own, for tests that kill it. Arguments: the database, GitHub's origin, and the point at
// which it ends itself, if any.
const [, , url = '', origin = '', pointName] = process.argv;
const point = Object.entries<StopPoint>(stopPoints).find(([name]) => name === pointName)?.[1];
const pool = createDatabase(url);
const database = point === undefined ? pool : stopAt(pool, point, () => process.kill(process.pid, 'SIGKILL'));
const clock = { now: () => new Date() };
await startIngestionJobs(await openStoryDependencies({ database, url, origin, clock, role: 'worker' }));
process.send?.('ready');
