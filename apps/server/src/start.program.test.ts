import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { isAlive } from './platform/process/index.ts';
import { createDatabase } from './platform/sql/index.ts';
import { findServer } from './platform/sql/testing/find-server.ts';
import { emptyDatabase, testDatabase } from './platform/sql/testing/index.ts';
import { makeDataDirectory, startMain, waitUntilReady } from './testing/start-main.ts';

const external = await testDatabase();

const queryOnce = async (url: string, text: string): Promise<object[]> => {
  const database = createDatabase(url);
  try {
    return await database.query<object>(text);
  } finally {
    await database.close();
  }
};

const waitForAnswer = async (address: string): Promise<number> => {
  for (;;) {
    const response = await fetch(`${address}/readyz`).catch(() => undefined);
    if (response !== undefined && response.status !== 503) return response.status;
    await sleep(50);
  }
};

/** The ids of a process's children. */
const listChildren = async (pid: number): Promise<number[]> =>
  (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ').map(Number);

describe('with nothing in its environment', () => {
  test('it starts, answers, and leaves nothing running when it is stopped', async () => {
    const folder = await makeDataDirectory();
    const program = startMain(folder);

    const address = await waitUntilReady(program);
    const status = await waitForAnswer(address);
    const server = await findServer(folder);
    const settings = await queryOnce(
      server?.url ?? '',
      `select
        current_setting('server_encoding') as encoding,
        current_setting('listen_addresses') as listens,
        current_setting('data_checksums') as checksums,
        datlocprovider::text as provider,
        datlocale as locale
      from pg_database where datname = current_database()`,
    );
    program.kill('SIGTERM');
    const code = await program.exited;

    expect(status).toBe(200);
    expect(settings).toEqual([
      { encoding: 'UTF8', listens: '127.0.0.1', checksums: 'on', provider: 'b', locale: 'C.UTF-8' },
    ]);
    expect(code).toBe(0);
    expect(isAlive(server?.pid ?? 0)).toBe(false);
    expect(await findServer(folder)).toBeUndefined();
  });

  test('killed without warning, it starts again on the same data within five seconds', async () => {
    const folder = await makeDataDirectory();
    const first = startMain(folder);
    await waitUntilReady(first);
    const before = await findServer(folder);
    await queryOnce(before?.url ?? '', 'create table kept (id bigint)');

    first.kill('SIGKILL');
    await first.exited;
    const startedAt = performance.now();
    const second = startMain(folder);
    await waitUntilReady(second);
    const tookMs = performance.now() - startedAt;
    const after = await findServer(folder);

    expect(after?.pid).toBe(before?.pid);
    expect(await queryOnce(after?.url ?? '', 'select * from kept')).toEqual([]);
    expect(tookMs).toBeLessThan(5_000);
  });

  test('a second instance on the same data is refused with what to do', async () => {
    const folder = await makeDataDirectory();
    const first = startMain(folder);
    await waitUntilReady(first);

    const second = startMain(folder);
    const code = await second.exited;

    expect(code).toBe(8);
    expect(second.output()).toContain(
      `Throughline already runs on this data directory (process ${first.pid}).`,
    );
    expect(second.output()).toContain(`stop it first with "kill ${first.pid}"`);
  });
});

describe('what dies is started again', () => {
  test('PostgreSQL: 503 meanwhile, answers within ten seconds, at the same address', async () => {
    const folder = await makeDataDirectory();
    const program = startMain(folder);
    const address = await waitUntilReady(program);
    const before = await findServer(folder);

    process.kill(before?.pid ?? 0, 'SIGKILL');
    const killedAt = performance.now();
    await program.waitFor(/PostgreSQL ended/);
    const status = await waitForAnswer(address);

    expect(status).toBe(200);
    expect(performance.now() - killedAt).toBeLessThan(10_000);
    expect((await findServer(folder))?.pid).not.toBe(before?.pid);
    expect(program.output()).not.toMatch(/The (api|worker) ended/);
  });

  test('a role: at the same port', async () => {
    const folder = await makeDataDirectory();
    const program = startMain(folder);
    const address = await waitUntilReady(program);
    const server = await findServer(folder);
    const roles = (await listChildren(program.pid)).filter((pid) => pid !== server?.pid);

    for (const role of roles) process.kill(role, 'SIGKILL');
    await program.waitFor(/The api ended by SIGKILL. Starting it again/);

    expect(roles).toHaveLength(2);
    expect(await waitForAnswer(address)).toBe(200);
  });
});

describe('a start is refused', () => {
  test('on a data directory that another major version made', async () => {
    const folder = await makeDataDirectory();
    const first = startMain(folder);
    await waitUntilReady(first);
    first.kill('SIGTERM');
    await first.exited;
    await writeFile(join(folder, 'postgres/data/PG_VERSION'), '17\n');

    const second = startMain(folder);
    const code = await second.exited;

    expect(code).toBe(4);
    expect(second.output()).toMatch(
      /made by PostgreSQL 17; this version of Throughline brings PostgreSQL 18/,
    );
    expect(second.output()).toContain('Nothing was changed.');
  });

  test('on a data directory that Throughline did not make', async () => {
    const folder = await makeDataDirectory();
    await mkdir(join(folder, 'postgres/data'), { recursive: true });
    await writeFile(join(folder, 'postgres/data/PG_VERSION'), '18\n');

    const program = startMain(folder);
    const code = await program.exited;

    expect(code).toBe(4);
    expect(program.output()).toMatch(/was not made by Throughline.*Set THROUGHLINE_DATA to another folder/);
    expect(await readFile(join(folder, 'postgres/data/PG_VERSION'), 'utf8')).toBe('18\n');
  });

  test('with a misspelt setting', async () => {
    const folder = await makeDataDirectory();

    const program = startMain(folder, { env: { THROUGHLINE_DATTA: folder } });
    const code = await program.exited;

    expect(code).toBe(2);
    expect(program.output()).toContain('THROUGHLINE_DATTA is not a setting. Did you mean THROUGHLINE_DATA?');
  });

  test('for a role alone without a database', async () => {
    const folder = await makeDataDirectory();

    const program = startMain(folder, { args: ['--role=worker'] });
    const code = await program.exited;

    expect(code).toBe(2);
    expect(program.output()).toContain('A role of its own needs DATABASE_URL');
  });

  test('by a port that is taken', { timeout: 30_000 }, async () => {
    const folder = await makeDataDirectory();
    const first = startMain(folder);
    const { port } = new URL(await waitUntilReady(first));

    const program = startMain(await makeDataDirectory(), { env: { PORT: port } });
    const code = await program.exited;

    expect(code).toBe(10);
    expect(program.output()).toContain(`Port ${port} is taken by another program.`);
  });
});

describe('a database of a newer version', () => {
  test('is refused with its own exit code', async () => {
    await external.query(
      "insert into schema_migration (number, name, sha256) values (9999, '9999-later.sql', 'x')",
    );

    const program = startMain(await makeDataDirectory(), { env: { DATABASE_URL: external.url } });
    const code = await program.exited;
    await external.query('delete from schema_migration where number = 9999');

    expect(code).toBe(3);
    expect(program.output()).toContain('made by a newer version of Throughline (it has 9999-later.sql');
  });

  test('fills the page in a terminal, and the start goes on once it is repaired', async () => {
    await external.query(
      "insert into schema_migration (number, name, sha256) values (9999, '9999-later.sql', 'x')",
    );
    const program = startMain(await makeDataDirectory(), {
      env: { DATABASE_URL: external.url },
      args: ['--when-refused=page'],
    });
    const [, address = ''] = await program.waitFor(/The reason is also on (http:\S+)/);

    const page = await fetch(`${address}/setup/whatever`);
    const api = await fetch(`${address}/api/v1/anything`);
    await external.query('delete from schema_migration where number = 9999');
    const ready = await waitUntilReady(program);

    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await page.text()).toContain('made by a newer version of Throughline');
    expect(await api.json()).toMatchObject({ code: 'database-newer' });
    expect(await waitForAnswer(ready)).toBe(200);
  });
});

describe('roles started alone', () => {
  test('make the schema, whichever comes first, and run on one database', { timeout: 30_000 }, async () => {
    const folder = await makeDataDirectory();
    const env = { DATABASE_URL: (await emptyDatabase()).url };

    const api = startMain(folder, { env, args: ['--role=api'] });
    const worker = startMain(folder, { env, args: ['--role=worker'] });
    const [, address = ''] = await api.waitFor(/The api listens on (http:\S+)/);
    await worker.waitFor(/The worker runs/);
    const status = await waitForAnswer(address);
    api.kill('SIGTERM');
    worker.kill('SIGTERM');

    expect(status).toBe(200);
    expect(await Promise.all([api.exited, worker.exited])).toEqual([0, 0]);
  });

  test('end when the database fails them on the way, and hold nothing any more', async () => {
    const folder = await makeDataDirectory();
    const { url } = await emptyDatabase();
    const env = { DATABASE_URL: url };
    const first = startMain(folder, { env, args: ['--role=api'] });
    const [, address = ''] = await first.waitFor(/The api listens on (http:\S+)/);
    first.kill('SIGTERM');
    await first.exited;
    await queryOnce(url, 'alter table setup_link rename to elsewhere');

    const second = startMain(folder, { env: { ...env, PORT: new URL(address).port }, args: ['--role=api'] });
    const code = await second.exited;

    expect(code).toBe(1);
    expect(second.output()).toContain('Throughline cannot start (internal)');
    await expect(fetch(`${address}/healthz`)).rejects.toThrow('fetch failed');
  });
});
