import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { AppError } from '../errors/index.ts';
import { findStartMark, isAlive } from './process-identity.ts';

/** Held by one living process at a time. */
export interface InstanceLock {
  release(): Promise<void>;
}

const ownerSchema = z.object({ pid: z.number(), startMark: z.string().optional() });
type Owner = z.infer<typeof ownerSchema>;

/** One that is just ending is waited for this long. */
const waitMs = 3_000;
const lookEveryMs = 100;

const readOwner = async (path: string): Promise<Owner | undefined> => {
  const text = await readFile(path, 'utf8').catch(() => '');
  try {
    return ownerSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
};

/** Whether the process that wrote the lock still runs; another one that got its id later does not count. */
const isHeld = async (owner: Owner | undefined): Promise<boolean> => {
  if (owner === undefined || !isAlive(owner.pid)) return false;
  const startMark = await findStartMark(owner.pid);
  return owner.startMark === undefined || startMark === undefined || startMark === owner.startMark;
};

const tryLink = async (draft: string, path: string): Promise<boolean> => {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
};

const toFile = (path: string, number: number): string => `${path}.${number}`;

/** The highest number given; 0 when there is none. */
const findLast = async (path: string): Promise<number> => Math.max(0, ...(await listNumbers(path)));

const listNumbers = async (path: string): Promise<readonly number[]> => {
  const prefix = `${basename(path)}.`;
  const names = await readdir(dirname(path));
  return names
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
    .filter((rest) => /^\d{1,15}$/.test(rest))
    .map(Number);
};

/** Its folder may be gone with all that was in it. */
const empty = (file: string): Promise<void> =>
  truncate(file).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  });

const removeBefore = async (path: string, number: number): Promise<void> => {
  const older = (await listNumbers(path)).filter((one) => one < number);
  await Promise.all(older.map((one) => rm(toFile(path, one), { force: true })));
};

/** Whose lock it is, or the number under which it is ours from now on. */
const tryToAcquire = async (draft: string, path: string): Promise<Owner | number> => {
  for (;;) {
    const last = await findLast(path);
    const owner = last === 0 ? undefined : await readOwner(toFile(path, last));
    if (owner !== undefined && (await isHeld(owner))) return owner;
    const next = last + 1;
    if (!(await tryLink(draft, toFile(path, next)))) continue;
    if ((await findLast(path)) === next) {
      await removeBefore(path, next);
      return next;
    }
    // Others have gone on since it was looked at: this number had been given before, and taken away.
    await rm(toFile(path, next), { force: true });
  }
};

const isRunning = (owner: Owner, path: string): AppError =>
  new AppError(
    'instance-running',
    `Throughline already runs on this data directory (process ${owner.pid}). Use that one, or stop it first with ` +
      `"kill ${owner.pid}". To run a second one beside it, give it another folder with THROUGHLINE_DATA and another PORT.`,
    { context: { path, pid: owner.pid } },
  );

const acquire = async (draft: string, path: string): Promise<number> => {
  for (let waitedMs = 0; ; waitedMs += lookEveryMs) {
    const result = await tryToAcquire(draft, path);
    if (typeof result === 'number') return result;
    if (waitedMs >= waitMs) throw isRunning(result, path);
    await sleep(lookEveryMs);
  }
};

/**
 * Makes this process the only one that holds the lock at `path`, or throws `instance-running`. A lock whose process is
 * gone, however it went, is taken over.
 *
 * Its files are numbered, `path.1`, `path.2`. Who takes over makes the next number, which one alone can; the highest
 * counts. It stays when it is released, empty, until there is a higher one, so that no number is given twice unnoticed:
 * nobody ever takes away a lock that may have become another's meanwhile.
 */
export const acquireInstanceLock = async (path: string): Promise<InstanceLock> => {
  const draft = `${path}.${randomUUID()}`;
  const owner: Owner = { pid: process.pid, startMark: await findStartMark(process.pid) };
  await writeFile(draft, JSON.stringify(owner), { mode: 0o600 });
  try {
    const number = await acquire(draft, path);
    return { release: () => empty(toFile(path, number)) };
  } finally {
    await rm(draft, { force: true });
  }
};
