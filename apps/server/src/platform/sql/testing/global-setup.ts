import { rm } from 'node:fs/promises';

import type { TestProject } from 'vitest/node';

import { databaseFolder } from '../../configuration/checkout.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded/embedded-postgres.ts';
import { postgresPackageName } from '../embedded/postgres-package.ts';
import { forgetfulSettings } from '../embedded/server-settings.ts';
import { migrate } from '../migrations/migrate.ts';
import { readMigrationFiles } from '../migrations/migration-files.ts';
import { makeScratchFolder } from './scratch.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the run's server, ending in the name of the template that each test file clones. */
    readonly templateUrl: string;
  }
}

/** PostgreSQL 15 comes under an alias, for tests alone and for one kind of machine. */
const packageNames: Readonly<Record<string, string>> = {
  '18': postgresPackageName(),
  '15': 'embedded-postgres-15-linux-x64',
};

const findPackageName = (project: TestProject): string => {
  const version = String(
    project.config.env['THROUGHLINE_TEST_PG'] ?? process.env['THROUGHLINE_TEST_PG'] ?? '18',
  );
  const name = packageNames[version];
  if (name === undefined) throw new Error(`THROUGHLINE_TEST_PG is "${version}". Use 18 or 15.`);
  return name;
};

const start = async (project: TestProject, dataDirectory: string): Promise<EmbeddedPostgres> => {
  const server = await startEmbeddedPostgres({
    dataDirectory,
    packageName: findPackageName(project),
    settings: forgetfulSettings,
    initdbArgs: ['--no-sync'],
  });
  await migrate(server.url, await readMigrationFiles(databaseFolder));
  return server;
};

/** Starts one PostgreSQL for the project's test files and makes the template they clone. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = await makeScratchFolder();
  const server = await start(project, folder);
  project.provide('templateUrl', server.url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
};
