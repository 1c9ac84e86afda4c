import { copyFile, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isAlive } from './platform/process/index.ts';
import { type SpawnedProgram, spawnProgram } from './platform/process/testing/spawn-program.ts';
import { createDatabase } from './platform/sql/index.ts';
import { findServer } from './platform/sql/testing/find-server.ts';
import { emptyDatabase } from './platform/sql/testing/index.ts';
import { makeDataDirectory, startMain, waitUntilReady } from './testing/start-main.ts';

const command = join(import.meta.dirname, 'rotate-keys.ts');

const rotate = (folder: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): SpawnedProgram =>
  spawnProgram(command, args, { env: { THROUGHLINE_DATA: folder, ...env }, cwd: '/' });

async function listKeys(folder: string): Promise<string[]> {
  const content: { keys: { id: string }[] } = JSON.parse(await readFile(join(folder, 'keys.json'), 'utf8'));
  return content.keys.map(({ id }) => id);
}

async function loadAudit(url: string): Promise<object[]> {
  const database = createDatabase(url);
  try {
    return await database.query<object>('select action, subject, detail from audit_entry');
  } finally {
    await database.close();
  }
}

const wrongFile = JSON.stringify({
  version: 1,
  keys: [
    { id: 'another', key: Buffer.alloc(32, 9).toString('base64url'), createdAt: '2026-11-01T00:00:00Z' },
  ],
});

/** The ids of a process's children that run this program's roles. */
async function listRoles(pid: number): Promise<number[]> {
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8'))
    .trim()
    .split(' ')
    .map(Number);
  const lines = await Promise.all(children.map((child) => readFile(`/proc/${child}/cmdline`, 'utf8')));
  return children.filter((_, at) => lines[at]?.includes('--role='));
}

describe('npm run rotate-keys', () => {
  test('puts a new key in place of the old one while everything runs, tells how far it is, and is in the audit', {
    timeout: 90_000,
  }, async () => {
    const folder = await makeDataDirectory();
    const program = startMain(folder);
    const address = await waitUntilReady(program);
    const before = await listKeys(folder);

    const rotation = rotate(folder);
    const code = await rotation.exited;
    const after = await listKeys(folder);
    const audit = await loadAudit((await findServer(folder))?.url ?? '');

    expect(code, rotation.output()).toBe(0);
    expect(rotation.output()).toContain(`everything is sealed with the key ${after[0]}`);
    expect(audit).toEqual([{ action: 'keys.rotated', subject: 'keys', detail: { keys: before } }]);
    expect([before.length, after.length]).toEqual([1, 1]);
    expect(after).not.toEqual(before);
    expect((await stat(join(folder, 'keys.json'))).mode & 0o777).toBe(0o600);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(program.output()).not.toMatch(/ended/);
  });

  test('says within five seconds what is wrong with the key file, by exit code 9', async () => {
    const folder = await makeDataDirectory();
    const env = { DATABASE_URL: (await emptyDatabase()).url };
    const api = startMain(folder, { env, args: ['--role=api'] });
    await api.waitFor(/The api listens/);
    await copyFile(join(folder, 'keys.json'), join(folder, 'kept.json'));
    await rm(join(folder, 'keys.json'));

    const startedAt = performance.now();
    const missing = rotate(folder, [], env);
    const missingCode = await missing.exited;
    await writeFile(join(folder, 'keys.json'), wrongFile);
    const wrong = rotate(folder, [], env);
    const wrongCode = await wrong.exited;
    const tookMs = performance.now() - startedAt;

    expect([missingCode, wrongCode]).toEqual([9, 9]);
    expect(missing.output()).toContain('Put the file back from your backup');
    expect(wrong.output()).toContain('does not belong to this database');
    expect(tookMs).toBeLessThan(10_000);
  });

  test('takes no argument that it does not know', async () => {
    const unknown = rotate(await makeDataDirectory(), ['--now']);

    expect(await unknown.exited).toBe(2);
    expect(unknown.output()).toContain('--give-up-lost-keys');
  });
});

describe('a key file that is not the database’s', () => {
  test('ends a start within five seconds, and a role that dies later is not started again and again', {
    timeout: 60_000,
  }, async () => {
    const folder = await makeDataDirectory();
    const first = startMain(folder);
    await waitUntilReady(first);
    await writeFile(join(folder, 'keys.json'), wrongFile);
    const roles = await listRoles(first.pid);

    for (const role of roles) process.kill(role, 'SIGKILL');
    const firstCode = await first.exited;
    const startedAt = performance.now();
    const second = startMain(folder);
    const secondCode = await second.exited;
    const tookMs = performance.now() - startedAt;

    expect(roles).toHaveLength(2);
    expect([firstCode, secondCode]).toEqual([9, 9]);
    expect(first.output().match(/Starting it again/g)?.length).toBeLessThanOrEqual(4);
    expect(first.output()).toContain('(key-file-wrong): The key file does not belong to this database');
    expect(second.output()).toContain('Nothing was changed.');
    expect(tookMs).toBeLessThan(5_000);
    expect(roles.some(isAlive)).toBe(false);
  });

  test('that is lost for good is given up by command, and the program starts again', {
    timeout: 60_000,
  }, async () => {
    const folder = await makeDataDirectory();
    const first = startMain(folder);
    await waitUntilReady(first);
    first.kill('SIGTERM');
    await first.exited;
    const [lost] = await listKeys(folder);
    await rm(join(folder, 'keys.json'));

    const refused = startMain(folder);
    const refusedCode = await refused.exited;
    const givingUp = rotate(folder, ['--give-up-lost-keys']);
    const givenUpCode = await givingUp.exited;
    const again = startMain(folder);
    await waitUntilReady(again);

    expect(refusedCode).toBe(9);
    expect(refused.output()).toContain('npm run rotate-keys -- --give-up-lost-keys');
    expect(givenUpCode, givingUp.output()).toBe(0);
    expect(givingUp.output()).toContain(`Given up: ${lost}`);
  });
});
