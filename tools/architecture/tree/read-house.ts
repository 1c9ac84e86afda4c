import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type House, isRead, toHouse } from './house.ts';

const run = promisify(execFile);

/** Reads what git knows below `root` or would offer to add: ignored files are no part of the house. */
export async function readHouse(root: string): Promise<House> {
  const paths = await listPaths(root);
  const contents = await Promise.all(
    paths.map(async (path) => [path, isRead(path) ? await readText(join(root, path)) : ''] as const),
  );

  return toHouse(new Map(contents.filter((entry): entry is [string, string] => entry[1] !== undefined)));
}

async function listPaths(root: string): Promise<string[]> {
  const arguments_ = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const { stdout } = await run('git', arguments_, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  return [...new Set(stdout.split('\0').filter((path) => path !== ''))].toSorted();
}

/** A file that git still lists but that was deleted meanwhile is no error. */
async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
