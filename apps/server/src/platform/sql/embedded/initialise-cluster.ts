import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { AppError } from '../../errors/index.ts';
import { diskFull, saysDiskFull } from './folder-failures.ts';
import type { PostgresUser } from './postgres-user.ts';
import { runProgram } from './run-program.ts';

/** A cluster's place and what runs it. */
export interface Cluster {
  /** Ours; holds `data/`, `password`, `postgres.log`. */
  readonly home: string;
  readonly binaries: string;
  readonly major: number;
  readonly user: PostgresUser | undefined;
}

/** The one role of an embedded cluster. */
export const clusterRole = 'throughline';

export const dataFolder = (home: string): string => join(home, 'data');
const passwordFile = (home: string): string => join(home, 'password');

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** PostgreSQL 15 has no built-in locale; there, C alone. Both sort by code point, the same on every machine. */
const localeArgs = (major: number): readonly string[] =>
  major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] : ['--locale=C'];

const initdbArgs = (major: number, data: string, password: string): readonly string[] => [
  `--pgdata=${data}`,
  `--username=${clusterRole}`,
  `--pwfile=${password}`,
  '--encoding=UTF8',
  ...localeArgs(major),
  '--auth=scram-sha-256',
  '--no-instructions',
];

const giveTo = async (user: PostgresUser | undefined, path: string): Promise<void> => {
  if (user !== undefined) await chown(path, user.uid, user.gid);
};

const runInitdb = async (
  cluster: Cluster,
  data: string,
  password: string,
  args: readonly string[],
): Promise<void> => {
  const { exitCode, output } = await runProgram({
    program: join(cluster.binaries, 'bin', 'initdb'),
    args: [...initdbArgs(cluster.major, data, password), ...args],
    cwd: cluster.home,
    user: cluster.user,
  });
  if (exitCode === 0) return;
  if (saysDiskFull(output)) throw diskFull(cluster.home);
  throw new AppError(
    'database-unreachable',
    `PostgreSQL could not make its data directory: ${output.trim()}`,
    {
      context: { folder: cluster.home },
    },
  );
};

/** Makes a new cluster; whatever an interrupted attempt left is thrown away first, and `data/` appears only when whole. */
const makeCluster = async (cluster: Cluster, args: readonly string[]): Promise<void> => {
  const data = join(cluster.home, 'data.new');
  const passwordForInitdb = join(cluster.home, 'password.new');
  const password = randomBytes(24).toString('base64url');
  await rm(data, { recursive: true, force: true });
  await rm(passwordForInitdb, { force: true });
  await mkdir(data, { mode: 0o700 });
  await giveTo(cluster.user, data);
  await writeFile(passwordForInitdb, password, { mode: 0o600, flag: 'wx' });
  await giveTo(cluster.user, passwordForInitdb);
  await runInitdb(cluster, data, passwordForInitdb, args);
  await rm(passwordForInitdb);
  await writeFile(passwordFile(cluster.home), password, { mode: 0o600 });
  await rename(data, dataFolder(cluster.home));
};

/** Empty when there is no such file; rejects when it is there and may not be read. */
const readIfThere = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });

const foreign = (message: string, home: string): AppError =>
  new AppError('database-foreign', message, { context: { folder: home } });

const requireOurs = async (cluster: Cluster): Promise<void> => {
  const data = dataFolder(cluster.home);
  const version = (await readIfThere(join(data, 'PG_VERSION'))).trim();
  if (version === '' || !(await isThere(passwordFile(cluster.home)))) {
    throw foreign(
      `${data} was not made by Throughline, or its password file is gone. Set THROUGHLINE_DATA to another folder, or ` +
        'put back the whole folder as it was.',
      cluster.home,
    );
  }
  if (Number(version) !== cluster.major) {
    throw foreign(
      `${data} was made by PostgreSQL ${version}; this version of Throughline brings PostgreSQL ${cluster.major}. Start ` +
        'the version of Throughline that made it and take a backup there, then restore the backup into a new folder ' +
        '(THROUGHLINE_DATA). Nothing was changed.',
      cluster.home,
    );
  }
};

/**
 * Makes the cluster in `cluster.home` unless there is one, and returns its role's password. Throws `database-foreign`
 * for a data directory that is not ours or of another major version, and `disk-full`.
 */
export const initialiseCluster = async (cluster: Cluster, args: readonly string[] = []): Promise<string> => {
  if (await isThere(dataFolder(cluster.home))) await requireOurs(cluster);
  else await makeCluster(cluster, args);
  return readFile(passwordFile(cluster.home), 'utf8');
};
