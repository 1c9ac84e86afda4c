import { access, chmod, constants, mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { findCommandLine, isAlive } from '../../process/index.ts';
import { dataFolder } from '../embedded/initialise-cluster.ts';
import { findPostmasterFile } from '../embedded/postmaster-file.ts';

const memory = '/dev/shm';
const enoughBytes = 2_000_000_000;
const prefix = 'throughline-test-';

const isRoomy = async (folder: string): Promise<boolean> => {
  try {
    await access(folder, constants.W_OK);
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize > enoughBytes;
  } catch {
    return false;
  }
};

const stopServerIn = async (folder: string): Promise<void> => {
  const server = await findPostmasterFile(dataFolder(join(folder, 'postgres')));
  if (server === undefined || !isAlive(server.pid)) return;
  if ((await findCommandLine(server.pid))?.includes(folder) !== true) return;
  process.kill(server.pid, 'SIGINT');
  while (isAlive(server.pid)) await sleep(20);
};

/** Ends and removes what runs left that were killed before they could do it themselves. */
const removeLeftovers = async (root: string): Promise<void> => {
  for (const name of await readdir(root)) {
    const pid = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]);
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    await stopServerIn(join(root, name));
    await rm(join(root, name), { recursive: true, force: true }).catch(() => undefined);
  }
};

/** Makes a folder for this run: in memory where there is enough of it, else among the temporary files. */
export const makeScratchFolder = async (): Promise<string> => {
  const root = (await isRoomy(memory)) ? memory : tmpdir();
  await removeLeftovers(root);
  const folder = await mkdtemp(join(root, `${prefix}${process.pid}-`));
  await chmod(folder, 0o711);
  return folder;
};
