import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { AppError } from '../../errors/index.ts';
import { diskFull, saysDiskFull } from './folder-failures.ts';
import { type Cluster, dataFolder } from './initialise-cluster.ts';
import { type Postmaster, toUrl, waitUntilAnswering } from './postmaster.ts';
import { programEnvironment } from './run-program.ts';
import { type ServerSettings, toServerArgs } from './server-settings.ts';

const attempts = 8;
const attemptPauseMs = 500;
const logKeptBytes = 5_000_000;

const findFreePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string')
    throw new Error('No free port on the loopback address.');
  return address.port;
};

const logFile = (home: string): string => join(home, 'postgres.log');

const findLogSize = async (home: string): Promise<number> =>
  (await stat(logFile(home)).catch(() => undefined))?.size ?? 0;

/** Keeps the log and one before it. */
const turnLogOver = async (home: string): Promise<void> => {
  if ((await findLogSize(home)) > logKeptBytes) await rename(logFile(home), `${logFile(home)}.1`);
};

/** In a group of its own, so that Ctrl-C in a terminal reaches us alone and the server is stopped last. */
const spawnServer = async (
  cluster: Cluster,
  port: number,
  settings: ServerSettings,
): Promise<ChildProcess> => {
  const log = await open(logFile(cluster.home), 'a', 0o600);
  try {
    const child = spawn(
      join(cluster.binaries, 'bin', 'postgres'),
      toServerArgs(dataFolder(cluster.home), port, settings),
      {
        cwd: cluster.home,
        env: programEnvironment(),
        stdio: ['ignore', log.fd, log.fd],
        detached: true,
        windowsHide: true,
        ...cluster.user,
      },
    );
    await once(child, 'spawn');
    return child;
  } finally {
    await log.close();
  }
};

/** Passing: the port went to another program meanwhile, or the last server's children are still ending. */
const isPassing = (said: string): boolean =>
  /Address already in use|in use by another|shared memory block|lock file/.test(said);

const toFailure = (cluster: Cluster, said: string): AppError =>
  saysDiskFull(said)
    ? diskFull(cluster.home)
    : new AppError('database-unreachable', `PostgreSQL did not start: ${said.trim() || 'it said nothing'}`, {
        context: { folder: cluster.home },
      });

interface StartOptions {
  readonly settings: ServerSettings;
  /** The port to take if it is free; else any. */
  readonly port?: number | undefined;
}

type Attempt =
  | { readonly kind: 'started'; readonly postmaster: Postmaster }
  | { readonly kind: 'ended'; readonly said: string };

const tryToStart = async (cluster: Cluster, password: string, options: StartOptions): Promise<Attempt> => {
  const port = options.port ?? (await findFreePort());
  const offset = await findLogSize(cluster.home);
  const child = await spawnServer(cluster, port, options.settings);
  const exited = once(child, 'exit').then(() => undefined);
  const pid = child.pid ?? 0;
  const hasEnded = exited.then(() => false);
  if (await Promise.race([hasEnded, waitUntilAnswering(pid, toUrl(port, password, 'postgres'))])) {
    return { kind: 'started', postmaster: { pid, port, isAdopted: false, exited } };
  }
  const said = (await readFile(logFile(cluster.home))).subarray(offset).toString();
  return { kind: 'ended', said };
};

/** Starts the server on the cluster's data and waits until it answers. */
export const startPostmaster = async (
  cluster: Cluster,
  password: string,
  options: StartOptions,
): Promise<Postmaster> => {
  await turnLogOver(cluster.home);
  let said = '';
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const port = attempt < attempts / 2 ? options.port : undefined;
    const tried = await tryToStart(cluster, password, { ...options, port });
    if (tried.kind === 'started') return tried.postmaster;
    said = tried.said;
    if (!isPassing(said)) break;
    await sleep(attemptPauseMs);
  }
  throw toFailure(cluster, said);
};
