import { copyFile, readFile, readlink, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { z } from 'zod';

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

interface Link {
  readonly at: string;
  readonly to: string;
}

/** Whether something is at `path`; a link that leads nowhere does not count. */
const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

const readLinks = async (native: string): Promise<Link[]> => {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  return linkList.parse(JSON.parse(list)).map(({ source, target }) => {
    const at = resolve(native, relative('native', target));
    return { at, to: relative(dirname(at), resolve(native, relative('native', source))) };
  });
};

const toErrorCode = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

const makeLink = async ({ at, to }: Link): Promise<void> => {
  if (await isThere(at)) return;
  if ((await readlink(at).catch(() => undefined)) !== undefined) await rm(at, { force: true });
  try {
    await symlink(to, at);
  } catch (error) {
    if (toErrorCode(error) === 'EEXIST') return;
    // Windows lets only some users make links.
    if (toErrorCode(error) !== 'EPERM') throw error;
    await copyFile(resolve(dirname(at), to), at);
  }
};

/**
 * Makes the library links that the folder `native` of a PostgreSQL package lists in `pg-symlinks.json`: npm cannot pack
 * links, and the package's own install script, which would make them, never runs. May run any number of times.
 */
export const makeLibraryLinks = async (native: string): Promise<void> => {
  for (const link of await readLinks(native)) await makeLink(link);
};
