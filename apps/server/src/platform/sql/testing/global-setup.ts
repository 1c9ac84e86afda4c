import { rm } from 'node:fs/promises';

import type { TestProject } from 'vitest/node';

import { databaseFolder } from '../../configuration/index.ts';
import { prepareJobs } from '../../jobs/index.ts';
import { startEmbeddedPostgres } from '../embedded/embedded-postgres.ts';
import { postgresPackageName } from '../embedded/postgres-package.ts';
import { forgetfulSettings } from '../embedded/server-settings.ts';
import { migrate } from '../migrations/migrate.ts';
import { type MigrationFiles, readMigrationFiles, toMigrationFiles } from '../migrations/migration-files.ts';
import { ViewFileError } from '../migrations/views.ts';
import { makeScratchFolder } from './scratch.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the run's server, ending in the name of the template that each test file clones. */
    readonly templateUrl: string;
    /** Why files of `db/views` are missing from it; none, when all is well. */
    readonly refusedViews: readonly string[];
  }
}

/** PostgreSQL 15 comes under an alias, for tests alone and for one kind of machine. */
const packageNames: Readonly<Record<string, string>> = {
  '18': postgresPackageName(),
  '15': 'embedded-postgres-15-linux-x64',
};

const findPackageName = (project: TestProject): string => {
  const version = project.config.env['THROUGHLINE_TEST_PG'] ?? process.env['THROUGHLINE_TEST_PG'] ?? '18';
  const name = packageNames[version];
  if (name === undefined) throw new Error(`THROUGHLINE_TEST_PG is "${version}". Use 18 or 15.`);
  return name;
};

/**
 * Makes the template and returns the names of view files that PostgreSQL refuses. They are left out, so that they fail
 * the tests that need them and the one that asks for this list, and not every other.
 */
const makeTemplate = async (url: string, files: MigrationFiles): Promise<string[]> => {
  try {
    await migrate(url, files, { alongside: prepareJobs });
    return [];
  } catch (error) {
    if (!(error instanceof ViewFileError)) throw error;
    const others = files.views.filter((view) => view.name !== error.fileName);
    const leftOut = await makeTemplate(url, toMigrationFiles(files.migrations, others));
    return [error.message, ...leftOut];
  }
};

/** Starts one PostgreSQL for the project's test files and makes the template they clone. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = await makeScratchFolder();
  const server = await startEmbeddedPostgres({
    dataDirectory: folder,
    packageName: findPackageName(project),
    settings: forgetfulSettings,
    initdbArgs: ['--no-sync'],
  });
  const end = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    project.provide('refusedViews', await makeTemplate(server.url, await readMigrationFiles(databaseFolder)));
    project.provide('templateUrl', server.url);
    return end;
  } catch (error) {
    await end();
    throw error;
  }
};
