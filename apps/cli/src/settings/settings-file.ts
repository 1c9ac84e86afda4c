import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';
import { CliFailure } from '../failures/cli-failure.ts';
import { exitCodes } from '../failures/exit-codes.data.ts';

const settings = z.object({ url: z.string(), key: z.string() });

/** What `login` keeps. */
export type Settings = z.output<typeof settings>;

/** What is kept; undefined when nobody has signed in. */
export async function readSettings(path: string): Promise<Settings | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw unusable(path, error);
  });
  if (text === undefined) return undefined;
  try {
    return settings.parse(JSON.parse(text));
  } catch (error) {
    throw unusable(path, error);
  }
}

/** Keeps url and key for the user alone, whole or not at all: another reader never finds half a file. */
export async function writeSettings(path: string, kept: Settings): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(draft, `${JSON.stringify(kept, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw unusable(path, error);
  }
}

/** Forgets url and key; false when there was nothing to forget. */
export async function removeSettings(path: string): Promise<boolean> {
  try {
    await rm(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw unusable(path, error);
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** Without what the parser said: it may repeat the key. */
function unusable(path: string, error: unknown): CliFailure {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const reason = code === '' ? 'is not what login writes' : `cannot be used (${code})`;
  return new CliFailure(
    exitCodes.failed,
    {
      code: 'settings-unusable',
      message: `The file ${path} ${reason}. Repair its permissions or delete it, then run throughline login.`,
    },
    error,
  );
}
