import { spawnSync } from 'node:child_process';
import { access, chmod, chown, cp, mkdir, mkdtemp, readlink, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkoutFolder } from './platform/configuration/index.ts';
import { findServer } from './platform/sql/testing/find-server.ts';
import { makeDataDirectory, startMain, waitUntilReady } from './testing/start-main.ts';

const isRoot = process.getuid?.() === 0;
/** An ordinary user; it need not have a name. */
const ordinary = { uid: 1000, gid: 1000 };
const shelf = '/var/lib/throughline';

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Copies what the server needs into a home that nobody but its owner can enter, as `git clone` and npm would. */
const cloneIntoClosedHome = async (): Promise<string> => {
  await mkdir(join(checkoutFolder, '.tmp'), { recursive: true });
  const home = await mkdtemp(join(checkoutFolder, '.tmp/home-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  await chmod(home, 0o700);
  const clone = join(home, 'throughline');
  await mkdir(clone);
  for (const part of ['package.json', 'db', 'packages', 'apps/server']) {
    await cp(join(checkoutFolder, part), join(clone, part), { recursive: true });
  }
  // Hard links: the same files under another name cost no space and half a second.
  const { status } = spawnSync('cp', [
    '-al',
    join(checkoutFolder, 'node_modules'),
    join(clone, 'node_modules'),
  ]);
  expect(status).toBe(0);
  return clone;
};

/** Removes the cluster that a closed home has elsewhere, and the copy of the programs if there was none before. */
const removeElsewhere = async (dataDirectory: string, hadShelf: boolean): Promise<void> => {
  const elsewhere = await readlink(join(dataDirectory, 'postgres')).catch(() => undefined);
  if (elsewhere?.startsWith(`${shelf}/`)) await rm(elsewhere, { recursive: true, force: true });
  if (!hadShelf) await rm(shelf, { recursive: true, force: true });
};

const withUmask = <T>(mask: number, work: () => T): T => {
  const before = process.umask(mask);
  try {
    return work();
  } finally {
    process.umask(before);
  }
};

const canOrdinaryRead = (): boolean =>
  spawnSync(process.execPath, ['-e', ''], ordinary).status === 0 &&
  spawnSync('test', ['-r', join(checkoutFolder, 'apps/server/src/main.ts')], ordinary).status === 0;

describe('as root', () => {
  test('a clone below a home that only root may enter runs, under a strict umask too, and finds its data again', async ({
    skip,
  }) => {
    if (!isRoot) return skip('needs root');
    const hadShelf = await isThere(shelf);
    const clone = await cloneIntoClosedHome();
    const data = join(clone, '.throughline');
    onTestFinished(() => removeElsewhere(data, hadShelf));
    const options = { main: join(clone, 'apps/server/src/main.ts'), env: { THROUGHLINE_DATA: '' } };

    const first = withUmask(0o077, () => startMain(data, options));
    await waitUntilReady(first);
    const cluster = await readlink(join(data, 'postgres'));
    const owner = (await stat(join(cluster, 'data'))).uid;
    first.kill('SIGTERM');
    await first.exited;
    const second = startMain(data, options);
    await waitUntilReady(second);

    expect(cluster).toMatch(/^\/var\/lib\/throughline\//);
    expect(owner).toBe(65_534);
    expect(await readlink(join(data, 'postgres'))).toBe(cluster);
    second.kill('SIGTERM');
    await second.exited;
  });

  test('data that an ordinary user made stay that user’s', async ({ skip }) => {
    if (!isRoot || !canOrdinaryRead()) return skip('needs root, and a checkout that others may read');
    const folder = await makeDataDirectory();
    await chown(folder, ordinary.uid, ordinary.gid);
    const first = startMain(folder, ordinary);
    await waitUntilReady(first);
    first.kill('SIGTERM');
    await first.exited;

    const second = startMain(folder);
    await waitUntilReady(second);
    const server = await findServer(folder);

    expect((await stat(`/proc/${server?.pid}`)).uid).toBe(ordinary.uid);
    second.kill('SIGTERM');
    await second.exited;
  });
});

test('an ordinary user is refused the data that root made, and told so', async ({ skip }) => {
  if (!isRoot || !canOrdinaryRead()) return skip('needs root, and a checkout that others may read');
  const folder = await makeDataDirectory();
  const first = startMain(folder);
  await waitUntilReady(first);
  first.kill('SIGTERM');
  await first.exited;

  const second = startMain(folder, ordinary);
  const code = await second.exited;

  expect(code).toBe(4);
  expect(second.output()).toContain('it belongs to another user');
});
