import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readlink, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { AppError } from '../../errors/index.ts';
import type { PostgresUser } from './postgres-user.ts';
import { canEnter } from './reachable.ts';

/** Where a cluster lives when root starts us from a folder that PostgreSQL's unprivileged user cannot enter. */
const reachableRoot = '/var/lib/throughline';

export interface ClusterHome {
  /** Holds `data/`, the password file, the log and the lock. */
  readonly folder: string;
  /** Where programs are copied to when they cannot be run where they are. */
  readonly shelf: string;
}

/** What we make others may pass through, but not list, whatever the umask says; what was there before stays as it is. */
const passable = 0o711;

export const makePassableFolder = async (path: string): Promise<void> => {
  const made = await mkdir(path, { recursive: true, mode: passable });
  if (made !== undefined) await chmod(path, passable);
};

const requireReachable = async (folder: string, user: PostgresUser): Promise<void> => {
  if (await canEnter(folder, user)) return;
  throw new AppError(
    'database-unreachable',
    `PostgreSQL does not run as root, and the unprivileged user ${user.uid} cannot enter ${folder}. ` +
      'Set THROUGHLINE_DATA to a folder below one that every user can enter, or start Throughline as an ordinary user.',
  );
};

/** The cluster elsewhere, found again through a link: data follow the checkout when it moves, and never a new one at its path. */
const findOrMakeElsewhere = async (link: string, user: PostgresUser): Promise<string> => {
  const linked = await readlink(link).catch(() => undefined);
  const folder = linked === undefined ? join(reachableRoot, randomUUID()) : resolve(link, '..', linked);
  await makePassableFolder(reachableRoot);
  await requireReachable(reachableRoot, user);
  await makePassableFolder(folder);
  if (linked === undefined) await symlink(folder, link);
  return folder;
};

/**
 * Finds or makes the folder of the cluster: `<dataDirectory>/postgres`, or, when we are root and `user` cannot enter
 * that, a folder below /var/lib/throughline to which `<dataDirectory>/postgres` is a link.
 */
export const findClusterHome = async (
  dataDirectory: string,
  user: PostgresUser | undefined,
): Promise<ClusterHome> => {
  const folder = join(dataDirectory, 'postgres');
  if (user === undefined) {
    await makePassableFolder(folder);
    return { folder, shelf: dataDirectory };
  }
  if (!(await canEnter(dataDirectory, user))) {
    return { folder: await findOrMakeElsewhere(folder, user), shelf: reachableRoot };
  }
  await makePassableFolder(folder);
  await requireReachable(folder, user);
  return { folder, shelf: dataDirectory };
};
