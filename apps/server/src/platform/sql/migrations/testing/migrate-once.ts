import { databaseFolder } from '../../../configuration/index.ts';
import { prepareJobs } from '../../../jobs/index.ts';
import { migrate } from '../migrate.ts';
import { readMigrationFiles } from '../migration-files.ts';

/** One of many processes that start at once: for tests. */
const url = process.env['DATABASE_URL'] ?? '';
await migrate(url, await readMigrationFiles(databaseFolder), {
  alongside: prepareJobs,
  onApplied: (name) => console.log(`applied ${name}`),
});
console.log('done');
