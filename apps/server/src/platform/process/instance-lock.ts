import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { AppError } from '../errors/index.ts';
import { findStartMark, isAlive } from './process-identity.ts';

/** Held by one living process at a time. */
export interface InstanceLock {
  release(): Promise<void>;
}

const ownerSchema = z.object({ pid: z.number(), startMark: z.string().optional(), id: z.string() });
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

/**
 * Moves a dead owner's lock out of the way. Between judging and moving, another starter may have put its own lock there;
 * what was moved is looked at again and, if it lives, put back.
 */
const removeStale = async (path: string): Promise<void> => {
  const aside = `${path}.${randomUUID()}`;
  await rename(path, aside).catch(() => undefined);
  if (await isHeld(await readOwner(aside))) await tryLink(aside, path);
  await rm(aside, { force: true });
};

const tryToAcquire = async (draft: string, path: string): Promise<Owner | 'acquired'> => {
  for (;;) {
    if (await tryLink(draft, path)) return 'acquired';
    const owner = await readOwner(path);
    if (owner !== undefined && (await isHeld(owner))) return owner;
    await removeStale(path);
  }
};

const isRunning = (owner: Owner, path: string): AppError =>
  new AppError(
    'instance-running',
    `Throughline already runs on this data directory (process ${owner.pid}). Use that one, or stop it first with ` +
      `"kill ${owner.pid}". To run a second one beside it, give it another folder with THROUGHLINE_DATA and another PORT.`,
    { context: { path, pid: owner.pid } },
  );

const acquire = async (draft: string, path: string): Promise<void> => {
  for (let waitedMs = 0; ; waitedMs += lookEveryMs) {
    const result = await tryToAcquire(draft, path);
    if (result === 'acquired') return;
    if (waitedMs >= waitMs) throw isRunning(result, path);
    await sleep(lookEveryMs);
  }
};

/**
 * Makes this process the only one that holds the lock file at `path`, or throws `instance-running`. A lock whose process
 * is gone, however it went, is taken over.
 */
export const acquireInstanceLock = async (path: string): Promise<InstanceLock> => {
  const id = randomUUID();
  const draft = `${path}.${id}`;
  const owner: Owner = { pid: process.pid, startMark: await findStartMark(process.pid), id };
  await writeFile(draft, JSON.stringify(owner), { mode: 0o600 });
  try {
    await acquire(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
  return {
    release: async () => {
      if ((await readOwner(path))?.id === id) await rm(path, { force: true });
    },
  };
};
