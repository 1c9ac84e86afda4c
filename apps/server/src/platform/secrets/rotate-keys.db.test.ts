import { copyFile, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../clock/index.ts';
import { createSecretMask } from '../logging/index.ts';
import { compileCache } from '../process/testing/compile-cache.ts';
import { spawnProgram } from '../process/testing/spawn-program.ts';
import { testDatabase } from '../sql/testing/index.ts';
import { giveUpLostKeys } from './give-up-lost-keys.ts';
import { openSecretBox } from './open-secret-box.ts';
import { type RotationOptions, rotateKeys } from './rotate-keys.ts';
import type { SecretBox } from './secret-box.ts';
import {
  findUnreadable,
  listKeysIn,
  loadThings,
  makeThings,
  thingColumn,
  toKeyId,
  writeThing,
} from './testing/things.ts';

const database = await testDatabase();
await makeThings(database);
let folder: string;
let keyFilePath: string;

beforeEach(async () => {
  await database.query('truncate thing, encryption_key_check, encryption_key_holder');
  folder = await mkdtemp(join(tmpdir(), 'throughline-rotation-'));
  keyFilePath = join(folder, 'keys.json');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** The box of a process that runs until the test ends. */
async function startProcess(path = keyFilePath): Promise<SecretBox> {
  const box = await openSecretBox({
    database,
    keyFilePath: path,
    clock: systemClock,
    secretMask: createSecretMask(),
    holder: 'test',
    onTrouble: () => {},
    lookEveryMs: 20,
  });
  onTestFinished(() => box.close());
  return box;
}

function rotate(given: Partial<RotationOptions> = {}): Promise<void> {
  return rotateKeys({
    database,
    keyFilePath,
    columns: [thingColumn],
    clock: systemClock,
    say: () => {},
    onRetired: () => Promise.resolve(),
    lookEveryMs: 10,
    settleMs: 100,
    ...given,
  });
}

async function writeThings(box: SecretBox, count: number): Promise<void> {
  for (let thingId = 1; thingId <= count; thingId += 1) await writeThing(database, box, thingId);
}

const loadRecorded = async (): Promise<string[]> =>
  (await database.query<{ key_id: string }>('select key_id from encryption_key_check')).map(
    (row) => row.key_id,
  );

const listKeysInUse = async (): Promise<Set<string>> =>
  new Set((await loadThings(database)).map((row) => toKeyId(row.text_sealed)));

/** One key is left, everywhere, and it opens everything. */
async function expectRotated(oldKeyId: string): Promise<void> {
  const [keyId = '', ...others] = await listKeysIn(keyFilePath);
  expect(others).toEqual([]);
  expect(keyId).not.toBe(oldKeyId);
  expect(await loadRecorded()).toEqual([keyId]);
  expect(await listKeysInUse()).toEqual(new Set([keyId]));
  expect(await findUnreadable(database, await startProcess())).toEqual([]);
  expect((await stat(keyFilePath)).mode & 0o777).toBe(0o600);
}

describe('rotating the keys', () => {
  test('under load: two processes seal, replace and open all the while, nothing fails and nothing old is left', async () => {
    const [api, worker] = [await startProcess(), await startProcess()];
    const oldKeyId = api.currentKeyId;
    await writeThings(api, 120);
    const done = new AbortController();
    const failures: unknown[] = [];
    let writes = 0;
    const load = async (box: SecretBox, first: number): Promise<void> => {
      for (let at = 0; !done.signal.aborted; at += 1) {
        await writeThing(database, box, first + (at % 150));
        failures.push(...(at % 10 === 0 ? await findUnreadable(database, box) : []));
        writes += 1;
      }
    };
    const loads = [load(api, 1), load(worker, 101)];
    const said: string[] = [];
    const retired: string[] = [];

    await rotate({
      say: (sentence) => said.push(sentence),
      onRetired: async (_, keyIds) => void retired.push(...keyIds),
    });
    await sleep(100);
    done.abort();
    await Promise.all(loads);

    expect(failures).toEqual([]);
    expect(writes).toBeGreaterThan(50);
    expect(retired).toEqual([oldKeyId]);
    expect(said.join('\n')).toMatch(/\d+ of \d+ sealed anew\./);
    await expectRotated(oldKeyId);
  });

  test('killed before any of its statements, it goes on when it is started again, and a running process opens everything', {
    timeout: 60_000,
  }, async () => {
    const api = await startProcess();
    const oldKeyId = api.currentKeyId;
    await writeThings(api, 130);
    const script = join(import.meta.dirname, 'testing/rotate-until-killed.ts');
    let code: number | undefined;
    let kills = 0;

    for (let statements = 2; code === undefined; statements += 4) {
      const attempt = spawnProgram(script, [database.url, keyFilePath, String(statements)], {
        env: compileCache,
      });
      code = await attempt.exited;
      if (code === undefined) kills += 1;
      expect(await findUnreadable(database, api)).toEqual([]);
      await writeThing(database, api, 1000 + kills);
    }
    await rotate();

    expect(code).toBe(0);
    expect(kills).toBeGreaterThan(3);
    await expectRotated(oldKeyId);
  });

  test('two at once: the second one is refused and changes nothing', async () => {
    const api = await startProcess();
    const oldKeyId = api.currentKeyId;
    await writeThings(api, 10);

    const outcomes = await Promise.allSettled([rotate(), rotate()]);

    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.map(({ reason }) => reason)).toMatchObject([{ code: 'rotation-running' }]);
    await expectRotated(oldKeyId);
  });

  test('something that does not open keeps the old key, is named, and once it is gone the rotation ends', async () => {
    const api = await startProcess();
    const oldKeyId = api.currentKeyId;
    await writeThings(api, 3);
    await database.query(
      'update thing set text_sealed = (select text_sealed from thing where thing_id = 1) where thing_id = 2',
    );

    await expect(rotate()).rejects.toMatchObject({
      code: 'secrets-unopened',
      message: expect.stringContaining('thing.text_sealed of 2'),
    });
    const recorded = await loadRecorded();
    await database.query('delete from thing where thing_id = 2');
    await rotate();

    expect(recorded).toContain(oldKeyId);
    await expectRotated(oldKeyId);
  });

  test('a process on another machine is waited for until it has the file, with its new key and then in its new order', async () => {
    const here = await startProcess();
    const oldKeyId = here.currentKeyId;
    const farPath = join(folder, 'far.json');
    await copyFile(keyFilePath, farPath);
    const far = await startProcess(farPath);
    await writeThings(far, 5);
    const said: string[] = [];

    const rotating = rotate({ say: (sentence) => said.push(sentence) });
    await sleep(200);
    const before = await listKeysInUse();
    await copyFile(keyFilePath, farPath);
    await expect.poll(() => listKeysIn(keyFilePath)).not.toEqual(await listKeysIn(farPath));
    await copyFile(keyFilePath, farPath);
    await rotating;

    expect(before).toEqual(new Set([oldKeyId]));
    expect(said.filter((sentence) => sentence.includes('Waiting until these'))).not.toEqual([]);
    expect(await findUnreadable(database, far)).toEqual([]);
    await expectRotated(oldKeyId);
  });

  test('without its key file, or with another database’s, it changes nothing and says so', async () => {
    const oldKeyId = (await startProcess()).currentKeyId;
    await rm(keyFilePath);

    await expect(rotate()).rejects.toMatchObject({ code: 'key-file-missing' });
    await writeFile(keyFilePath, JSON.stringify({ version: 1, keys: [toEntry('other-key')] }));
    await expect(rotate()).rejects.toMatchObject({ code: 'key-file-wrong' });

    expect(await loadRecorded()).toEqual([oldKeyId]);
    expect(await listKeysIn(keyFilePath)).toEqual(['other-key']);
  });
});

describe('a key file that changes under a running process', () => {
  test('to another database’s is not followed: what was known opens and seals on', async () => {
    const api = await startProcess();
    const keyId = api.currentKeyId;

    await writeFile(keyFilePath, JSON.stringify({ version: 1, keys: [toEntry('other-key')] }));
    await sleep(100);
    await writeThings(api, 2);

    expect(api.currentKeyId).toBe(keyId);
    expect(await findUnreadable(database, api)).toEqual([]);
  });

  test('a process that slept through a rotation on another machine seals nothing with the retired key', async () => {
    const far = join(folder, 'far.json');
    await startProcess();
    await copyFile(keyFilePath, far);
    const asleep = await startProcess(far);
    await database.query('delete from encryption_key_check');
    await startProcess(join(folder, 'new.json'));

    await expect.poll(() => trySealing(asleep)).toContain('was retired');
  });
});

describe('keys that are lost for good', () => {
  test('are given up by command: it starts again with a new file, and what was sealed before opens no more', async () => {
    const sealed = await withProcessEnded(async (box) => {
      await writeThings(box, 2);
      return box.currentKeyId;
    });
    await rm(keyFilePath);
    const given: string[] = [];

    await giveUp(async (_, keyIds) => void given.push(...keyIds));
    const again = await startProcess();

    expect(given).toEqual([sealed]);
    expect(await findUnreadable(database, again)).toEqual([1, 2]);
    await writeThings(again, 2);
    expect(await findUnreadable(database, again)).toEqual([]);
  });

  test('are not given up while a process runs that holds them', async () => {
    const api = await startProcess();
    await rm(keyFilePath);

    await expect(giveUp(() => Promise.resolve())).rejects.toMatchObject({ code: 'instance-running' });

    expect(await loadRecorded()).toEqual([api.currentKeyId]);
  });

  test('are none when the key file opens everything: nothing is changed', async () => {
    const keyId = await withProcessEnded((box) => Promise.resolve(box.currentKeyId));
    const given: string[] = [];

    await giveUp(async (_, keyIds) => void given.push(...keyIds));

    expect(given).toEqual([]);
    expect(await loadRecorded()).toEqual([keyId]);
  });
});

const giveUp = (onGivenUp: RotationOptions['onRetired']): Promise<void> =>
  giveUpLostKeys({ database, keyFilePath, clock: systemClock, say: () => {}, onGivenUp });

async function withProcessEnded<T>(work: (box: SecretBox) => Promise<T>): Promise<T> {
  const options = { database, keyFilePath, clock: systemClock, secretMask: createSecretMask() };
  const box = await openSecretBox({ ...options, holder: 'test', onTrouble: () => {} });
  const done = await work(box);
  await box.close();
  return done;
}

function trySealing(box: SecretBox): string {
  try {
    return box.seal('x', { table: 'thing', column: 'text_sealed', row: '1' });
  } catch (error) {
    return String(error);
  }
}

const toEntry = (id: string) => ({
  id,
  key: Buffer.alloc(32, 7).toString('base64url'),
  createdAt: '2026-11-01T00:00:00Z',
});
