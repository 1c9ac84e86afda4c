import { realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

import type { PostgresUser } from './postgres-user.ts';

const othersMaySearch = 0o001;
const othersMayRead = 0o004;

const isSearchable = async (folder: string, user: PostgresUser): Promise<boolean> => {
  const { mode, uid } = await stat(folder);
  return (mode & othersMaySearch) !== 0 || uid === user.uid;
};

const areParentsSearchable = async (path: string, user: PostgresUser): Promise<boolean> => {
  const parent = dirname(path);
  if (!(await isSearchable(parent, user))) return false;
  return parent === dirname(parent) || areParentsSearchable(parent, user);
};

const findRealPath = (path: string): Promise<string | undefined> => realpath(path).catch(() => undefined);

/** Whether `user` can enter the existing folder `path`, by the permission bits on the way to it. */
export const canEnter = async (path: string, user: PostgresUser): Promise<boolean> => {
  const real = await findRealPath(path);
  return real !== undefined && (await isSearchable(real, user)) && (await areParentsSearchable(real, user));
};

/** Whether `user` can read the file `path`. */
export const canRead = async (path: string, user: PostgresUser): Promise<boolean> => {
  const real = await findRealPath(path);
  if (real === undefined || !(await areParentsSearchable(real, user))) return false;
  const { mode, uid } = await stat(real);
  return (mode & othersMayRead) !== 0 || uid === user.uid;
};
