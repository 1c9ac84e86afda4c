import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseFolder } from './platform/configuration/index.ts';
import {
  createDatabase,
  dumpSchema,
  forgetfulSettings,
  migrate,
  readMigrationFiles,
  startEmbeddedPostgres,
} from './platform/sql/index.ts';

/** `npm run schema`: makes a database of all migrations and views and writes its catalogue to `db/schema.sql`. */
const dataDirectory = await mkdtemp(join(tmpdir(), 'throughline-schema-'));
await chmod(dataDirectory, 0o711);
const server = await startEmbeddedPostgres({ dataDirectory, settings: forgetfulSettings });
try {
  await migrate(server.url, await readMigrationFiles(databaseFolder));
  const database = createDatabase(server.url);
  await writeFile(join(databaseFolder, 'schema.sql'), await dumpSchema(database));
  await database.close();
} finally {
  await server.stop();
  await rm(dataDirectory, { recursive: true, force: true });
}
