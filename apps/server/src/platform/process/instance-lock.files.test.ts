import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { acquireInstanceLock } from './instance-lock.ts';
import { findStartMark } from './process-identity.ts';

const makeFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-lock-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
};

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

test('one holds the lock, the next is told who does, and after the release it gets it', async () => {
  const path = join(await makeFolder(), 'lock');
  const first = await acquireInstanceLock(path);

  const refused = await failureOf(acquireInstanceLock(path));
  await first.release();
  const second = await acquireInstanceLock(path);
  await second.release();

  expect(refused).toMatchObject({ code: 'instance-running', context: { pid: process.pid } });
  expect(await readdir(join(path, '..'))).toEqual(['lock.2']);
  expect(await readFile(`${path}.2`, 'utf8')).toBe('');
});

test('one that is just being given up is waited for', async () => {
  const path = join(await makeFolder(), 'lock');
  const first = await acquireInstanceLock(path);

  const waiting = acquireInstanceLock(path);
  setTimeout(() => void first.release(), 300);

  await expect(waiting).resolves.toBeDefined();
});

test('the lock of a process that is gone is taken over', async () => {
  const path = join(await makeFolder(), 'lock');
  const ended = spawn(process.execPath, ['-e', '']);
  await once(ended, 'exit');
  await writeFile(`${path}.4`, JSON.stringify({ pid: ended.pid }));

  await acquireInstanceLock(path);

  expect(JSON.parse(await readFile(`${path}.5`, 'utf8'))).toMatchObject({ pid: process.pid });
});

test('a process that got the same id later does not count as the owner', async () => {
  const path = join(await makeFolder(), 'lock');
  expect(await findStartMark(process.pid)).toMatch(/\S/);
  await writeFile(`${path}.4`, JSON.stringify({ pid: process.pid, startMark: 'before the last reboot' }));

  await expect(acquireInstanceLock(path)).resolves.toBeDefined();
});

test('a lock file cut short by a full disk does not lock anybody out', async () => {
  const path = join(await makeFolder(), 'lock');
  await writeFile(`${path}.4`, '{"pid":');

  await expect(acquireInstanceLock(path)).resolves.toBeDefined();
});

test('of many who find a stale lock at once, one gets it, however slow one of them is', async () => {
  const path = join(await makeFolder(), 'lock');
  await writeFile(`${path}.4`, JSON.stringify({ pid: 2 ** 30 }));

  const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => acquireInstanceLock(path)));

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await readdir(join(path, '..'))).toEqual(['lock.5']);
});
