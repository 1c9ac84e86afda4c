export { startIngestionJobs } from './ingestion-jobs.jobs.ts';
export { ingestionQueues } from './queues.ts';
export { continueReading, startReading } from './start-reading.sql.ts';
export { type IngestionDependencies, ingestionRoutes } from './sync.routes.ts';
