import { randomUUID } from 'node:crypto';
import { chmod, cp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { makeLibraryLinks } from './library-links.ts';
import type { PostgresPackage } from './postgres-package.ts';
import type { PostgresUser } from './postgres-user.ts';
import { canRead } from './reachable.ts';

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

const isUsableBy = async (native: string, user: PostgresUser | undefined): Promise<boolean> => {
  if (user === undefined) return true;
  const needed = [join(native, 'bin', 'postgres'), join(native, 'share', 'postgresql', 'postgres.bki')];
  return (await Promise.all(needed.map((path) => canRead(path, user)))).every(Boolean);
};

/** Gives everybody the rights that the owner has, except writing: an install under umask 077 is the owner's alone. */
const openForAll = async (folder: string): Promise<void> => {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
};

/** Copies the programs into `folder`, whole or not at all; linking libraries (`.a`) stay behind. About 60 MB, 0.2 s. */
const copyNative = async (native: string, folder: string): Promise<void> => {
  const half = `${folder}.${randomUUID()}`;
  try {
    await cp(native, half, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith('.a'),
    });
    await makeLibraryLinks(half);
    await openForAll(half);
    await rename(half, folder);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    if (!(await isThere(folder))) throw error;
  }
};

/** False when the package lies where we may not write and its links are not made. */
const canLink = async (native: string): Promise<boolean> => {
  try {
    await makeLibraryLinks(native);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EACCES' || code === 'EROFS') return false;
    throw error;
  }
};

/**
 * Returns a folder with PostgreSQL's programs that `user` may run: the package's own where that works, else a copy in
 * the folder `shelf`, made once for each version.
 */
export const placeBinaries = async (
  found: PostgresPackage,
  user: PostgresUser | undefined,
  shelf: string,
): Promise<string> => {
  if ((await isUsableBy(found.native, user)) && (await canLink(found.native))) return found.native;
  const folder = join(shelf, `postgresql-${found.version}`);
  if (!(await isThere(folder))) await copyNative(found.native, folder);
  return folder;
};
