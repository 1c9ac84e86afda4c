import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { isAlive } from '../platform/process/index.ts';
import { type SpawnedProgram, spawnProgram } from '../platform/process/testing/spawn-program.ts';
import { findServer } from '../platform/sql/testing/find-server.ts';

/** A data directory that is gone after the test, with whatever server still runs in it. */
export const makeDataDirectory = async (root = tmpdir()): Promise<string> => {
  const folder = await mkdtemp(join(root, 'throughline-main-'));
  await chmod(folder, 0o755);
  onTestFinished(async () => {
    const server = await findServer(folder);
    if (server !== undefined) await endServer(server.pid);
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
  return folder;
};

const endServer = async (pid: number): Promise<void> => {
  if (isAlive(pid)) process.kill(pid, 'SIGINT');
  while (isAlive(pid)) await sleep(20);
};

interface StartOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly args?: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
  /** Another checkout's main.ts. */
  readonly main?: string;
}

const ownMain = join(import.meta.dirname, '../main.ts');

/** Starts the whole program with nothing in its environment but what is given and a free port. */
export const startMain = (
  dataDirectory: string,
  { env = {}, args = [], main = ownMain, ...user }: StartOptions = {},
): SpawnedProgram =>
  spawnProgram(main, args, {
    env: { PORT: '0', THROUGHLINE_DATA: dataDirectory, ...env },
    cwd: '/',
    ...user,
  });

/** Waits until it is ready and returns its address. */
export const waitUntilReady = async (program: SpawnedProgram): Promise<string> =>
  (await program.waitFor(/Throughline is ready: (http:\S+)/))[1] ?? '';
