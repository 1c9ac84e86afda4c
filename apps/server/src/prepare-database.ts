import { databaseFolder } from './platform/configuration/index.ts';
import { prepareJobs } from './platform/jobs/index.ts';
import { migrate, readMigrationFiles } from './platform/sql/index.ts';

/** Brings the database at `url` to this version's schema, the queue's tables included. Any number may call it at once. */
export const prepareDatabase = async (url: string): Promise<void> =>
  migrate(url, await readMigrationFiles(databaseFolder), { alongside: prepareJobs });
