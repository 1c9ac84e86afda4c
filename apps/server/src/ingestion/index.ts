export {
  pullRequestReadCheck,
  repositoryChosenCheck,
  repositoryReadingCheck,
} from './checks/repository.checks.ts';
export { syncChecks } from './checks/sync.checks.ts';
export { partsOfKind } from './completeness/kinds.data.ts';
export { loadChosenIds } from './discovery/discovery.sql.ts';
export { startIngestionJobs } from './ingestion-jobs.jobs.ts';
export { ingestionQueues } from './queues.ts';
export { ingestionSealedColumns } from './sealed-columns.data.ts';
export { continueReading, startReading } from './start-reading.sql.ts';
export { findListedTotal } from './sweep/sweep.sql.ts';
export { applySwitch } from './switching/apply-switch.sql.ts';
export { ingestionRoutes } from './sync.routes.ts';
