import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';

import pg from 'pg';

import { type ClusterHome, findClusterHome, makePassableFolder } from './cluster-home.ts';
import { findOrphan } from './find-orphan.ts';
import { sayingWhatIsWrong } from './folder-failures.ts';
import { type Cluster, dataFolder, initialiseCluster } from './initialise-cluster.ts';
import { placeBinaries } from './place-binaries.ts';
import { findPostgresPackage } from './postgres-package.ts';
import { findPostgresUser, type PostgresUser } from './postgres-user.ts';
import { type Postmaster, toUrl } from './postmaster.ts';
import { runProgram } from './run-program.ts';
import type { ServerSettings } from './server-settings.ts';
import { startPostmaster } from './start-postmaster.ts';

export interface EmbeddedPostgresOptions {
  /** Throughline's own data directory; the cluster goes into `postgres/` below it. */
  readonly dataDirectory: string;
  /** The npm package to take the programs from; default the one for this machine. */
  readonly packageName?: string;
  readonly settings?: ServerSettings;
  /** More arguments for initdb. */
  readonly initdbArgs?: readonly string[];
  /** The port to take if it is free. */
  readonly port?: number | undefined;
}

/** A PostgreSQL of our own. */
export interface EmbeddedPostgres extends Postmaster {
  /** The address of the database `throughline`. */
  readonly url: string;
  /** The address of another database in the same cluster. */
  urlOf(database: string): string;
  /** Ends it: running statements are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
}

const databaseName = 'throughline';

const ensureDatabase = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1::text', [
      databaseName,
    ]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
};

interface Place extends ClusterHome {
  readonly user: PostgresUser | undefined;
}

const preparePlace = async (dataDirectory: string): Promise<Place> => {
  await makePassableFolder(dataDirectory);
  const user = await findPostgresUser(dataFolder(join(dataDirectory, 'postgres')));
  const home = await findClusterHome(dataDirectory, user);
  await access(home.folder, constants.W_OK);
  return { ...home, user };
};

/** Finds or makes the folder that holds the cluster of `dataDirectory`: the place for the lock that guards it. */
export const findEmbeddedHome = (dataDirectory: string): Promise<string> =>
  sayingWhatIsWrong(dataDirectory, async () => (await preparePlace(dataDirectory)).folder);

/** Prepares home, programs and data directory of the cluster, as the user PostgreSQL will run as. */
const prepareCluster = async (
  options: EmbeddedPostgresOptions,
): Promise<{ readonly cluster: Cluster; readonly password: string }> => {
  const { folder, shelf, user } = await preparePlace(options.dataDirectory);
  const found = await findPostgresPackage(options.packageName);
  const binaries = await placeBinaries(found, user, shelf);
  const cluster: Cluster = { home: folder, binaries, major: found.major, user };
  return { cluster, password: await initialiseCluster(cluster, options.initdbArgs) };
};

const stopCluster = async (cluster: Cluster, postmaster: Postmaster): Promise<void> => {
  await runProgram({
    program: join(cluster.binaries, 'bin', 'pg_ctl'),
    args: ['stop', '-D', dataFolder(cluster.home), '-m', 'fast', '-t', '60'],
    cwd: cluster.home,
    user: cluster.user,
  });
  await postmaster.exited;
};

/**
 * Starts PostgreSQL on `dataDirectory`, making everything that is missing, or adopts the server that a killed
 * Throughline left there. Throws `database-foreign`, `disk-full`, `database-unreachable`, each with the repair.
 */
export const startEmbeddedPostgres = (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> =>
  sayingWhatIsWrong(options.dataDirectory, async () => {
    const { cluster, password } = await prepareCluster(options);
    const postmaster =
      (await findOrphan(cluster, password)) ??
      (await startPostmaster(cluster, password, { settings: options.settings ?? {}, port: options.port }));
    const urlOf = (database: string): string => toUrl(postmaster.port, password, database);
    await ensureDatabase(urlOf('postgres'));
    return { ...postmaster, url: urlOf(databaseName), urlOf, stop: () => stopCluster(cluster, postmaster) };
  });
