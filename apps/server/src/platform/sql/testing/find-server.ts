import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolder } from '../embedded/initialise-cluster.ts';
import { toUrl } from '../embedded/postmaster.ts';
import { findPostmasterFile } from '../embedded/postmaster-file.ts';

/** The server of the cluster in `dataDirectory`, as it describes itself, with the address of its database. */
export const findServer = async (
  dataDirectory: string,
): Promise<{ readonly pid: number; readonly port: number; readonly url: string } | undefined> => {
  const home = await realpath(join(dataDirectory, 'postgres')).catch(() => undefined);
  if (home === undefined) return undefined;
  const found = await findPostmasterFile(dataFolder(home));
  if (found === undefined) return undefined;
  const password = await readFile(join(home, 'password'), 'utf8');
  return { ...found, url: toUrl(found.port, password, 'throughline') };
};
