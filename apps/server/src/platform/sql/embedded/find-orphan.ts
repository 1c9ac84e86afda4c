import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { findCommandLine, isAlive } from '../../process/index.ts';
import { type Cluster, dataFolder } from './initialise-cluster.ts';
import { type Postmaster, toUrl, waitUntilAnswering } from './postmaster.ts';
import { findPostmasterFile, postmasterFilePath } from './postmaster-file.ts';

const watchMs = 100;

/** Not our child, so nobody tells us when it ends. */
const waitForEnd = async (pid: number): Promise<void> => {
  while (isAlive(pid)) await sleep(watchMs);
};

const isPostgres = async (pid: number): Promise<boolean> => {
  const commandLine = await findCommandLine(pid);
  return commandLine === undefined || commandLine.includes('postgres');
};

/**
 * Finds the server that a killed Throughline left running on this cluster's data. Removes what a crashed server wrote
 * about itself when its process id now belongs to another program: PostgreSQL would not dare to start.
 */
export const findOrphan = async (cluster: Cluster, password: string): Promise<Postmaster | undefined> => {
  const data = dataFolder(cluster.home);
  const file = await findPostmasterFile(data);
  if (file === undefined || !isAlive(file.pid)) return undefined;
  if (!(await isPostgres(file.pid))) {
    await rm(postmasterFilePath(data));
    return undefined;
  }
  if (!(await waitUntilAnswering(file.pid, toUrl(file.port, password, 'postgres')))) return undefined;
  return { ...file, isAdopted: true, exited: waitForEnd(file.pid) };
};
