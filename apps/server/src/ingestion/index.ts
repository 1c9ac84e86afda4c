export { partsOfKind } from './completeness/kinds.data.ts';
export { startIngestionJobs } from './ingestion-jobs.jobs.ts';
export { ingestionQueues } from './queues.ts';
export { continueReading, startReading } from './start-reading.sql.ts';
export { ingestionRoutes } from './sync.routes.ts';
