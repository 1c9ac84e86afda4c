import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createDatabase } from '../database.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { forgetfulSettings } from './server-settings.ts';

const isRoot = process.getuid?.() === 0;

const makeFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-embedded-'));
  await chmod(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

const start = async (dataDirectory: string): Promise<EmbeddedPostgres> => {
  const server = await startEmbeddedPostgres({
    dataDirectory,
    settings: forgetfulSettings,
    initdbArgs: ['--no-sync'],
  });
  onTestFinished(() => server.stop());
  return server;
};

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

/** Mounts a file system in memory of so many megabytes, or returns undefined where that is not allowed. */
const mountSmallDisk = async (megabytes: number): Promise<string | undefined> => {
  const folder = await makeFolder();
  const { status } = spawnSync('mount', [
    '-t',
    'tmpfs',
    '-o',
    `size=${megabytes}m,mode=755`,
    'tmpfs',
    folder,
  ]);
  if (status !== 0) return undefined;
  onTestFinished(() => {
    spawnSync('umount', ['--lazy', folder]);
  });
  return folder;
};

test('what a crashed server left does not stop the next one, although its process id is another program by now', async () => {
  const folder = await makeFolder();
  const first = await start(folder);
  await first.stop();
  const user = isRoot ? { uid: 65_534, gid: 65_534 } : {};
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore', ...user });
  onTestFinished(() => {
    stranger.kill();
  });
  const data = join(folder, 'postgres/data');
  await writeFile(
    join(data, 'postmaster.pid'),
    `${stranger.pid}\n${data}\n1763690745\n${first.port}\n\n127.0.0.1\n`,
  );

  const second = await start(folder);

  expect(second.isAdopted).toBe(false);
  expect(stranger.exitCode).toBe(null);
});

test('the password is only for the owner, and the data only for the user of the server', async () => {
  const folder = await makeFolder();
  await start(folder);

  const [password, data] = await Promise.all([
    stat(join(folder, 'postgres/password')),
    stat(join(folder, 'postgres/data')),
  ]);

  expect(password.mode & 0o777).toBe(0o600);
  expect(data.mode & 0o777).toBe(0o700);
  expect(data.uid).toBe(isRoot ? 65_534 : process.getuid?.());
});

test('an interrupted first start leaves nothing that the next one stumbles over', async () => {
  const folder = await makeFolder();
  const first = await start(folder);
  await first.stop();
  await rm(join(folder, 'postgres/password'));
  await rm(join(folder, 'postgres/data/PG_VERSION'));
  spawnSync('mv', [join(folder, 'postgres/data'), join(folder, 'postgres/data.new')]);

  const second = await start(folder);

  expect((await stat(join(folder, 'postgres/data/PG_VERSION'))).isFile()).toBe(true);
  expect(second.isAdopted).toBe(false);
});

test('a full disk refuses the first start with the repair, and leaves no half data directory', async ({
  skip,
}) => {
  const folder = await mountSmallDisk(20);
  if (folder === undefined) return skip('needs the right to mount a small disk (root)');

  const failure = await failureOf(startEmbeddedPostgres({ dataDirectory: folder }));

  expect(failure).toMatchObject({ code: 'disk-full', message: expect.stringContaining('Free some space') });
  await expect(stat(join(folder, 'postgres/data'))).rejects.toThrow('ENOENT');
});

test('a disk that fills up refuses writes, answers reads, and takes writes again once there is space', async ({
  skip,
}) => {
  const folder = await mountSmallDisk(120);
  if (folder === undefined) return skip('needs the right to mount a small disk (root)');
  const server = await start(folder);
  const database = createDatabase(server.url, { statementTimeoutMs: 60_000 });
  onTestFinished(() => database.close());
  const ballast = join(folder, 'ballast');
  await writeFile(ballast, Buffer.alloc(10_000_000));
  await database.query('create unlogged table filler (text text)');
  await database.query('alter table filler alter column text set storage external');
  await database.query('create table kept as select 1 as id');

  const failure = await failureOf(
    database.query(
      'insert into filler select repeat(md5(i::text), 200) from generate_series(1, 1000000) as i',
    ),
  );
  const read = await database.query('select id from kept');
  await rm(ballast);
  await database.query('insert into kept values (2)');

  expect(failure).toMatchObject({
    code: 'disk-full',
    message: expect.stringContaining('nothing was written'),
  });
  expect(read).toEqual([{ id: 1 }]);
  expect(await database.query('select count(*) as rows from kept')).toEqual([{ rows: 2 }]);
});
