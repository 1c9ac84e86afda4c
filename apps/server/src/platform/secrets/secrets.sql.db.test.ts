import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSecretMask } from '../logging/index.ts';
import { testDatabase } from '../sql/testing/index.ts';
import { openSecretBox } from './open-secret-box.ts';

const clock = { now: () => new Date('2026-11-21T10:00:00Z') };
const secretMask = createSecretMask();
const place = { table: 'credential', column: 'secret_sealed', row: '1' };
const database = await testDatabase();
let folder: string;

beforeEach(async () => {
  await database.query('delete from encryption_key_check');
  folder = await mkdtemp(join(tmpdir(), 'throughline-keys-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const open = async (fileName = 'keys.json', mask = secretMask) => {
  const keyFilePath = join(folder, fileName);
  const options = { database, keyFilePath, clock, secretMask: mask, holder: 'test', onTrouble: () => {} };
  const box = await openSecretBox(options);
  await box.close();
  return box;
};

const countChecks = async (): Promise<number> =>
  (await database.query('select key_id from encryption_key_check')).length;

describe('a secret box', () => {
  test('opens after a restart what it sealed before', async () => {
    const sealed = (await open()).seal('ghp_x', place);

    expect((await open()).open(sealed, place)).toBe('ghp_x');
    expect(await countChecks()).toBe(1);
  });

  test('tells the log every secret that passes through it', async () => {
    const sealed = (await open()).seal('ghp_sealedSealedSealed', place);
    expect(secretMask.mask('token ghp_sealedSealedSealed')).toBe('token [secret]');

    const afterRestart = createSecretMask();
    (await open('keys.json', afterRestart)).open(sealed, place);

    expect(afterRestart.mask('token ghp_sealedSealedSealed')).toBe('token [secret]');
  });

  test('is one when many processes start at once', async () => {
    const boxes = await Promise.all(Array.from({ length: 8 }, () => open()));

    expect(new Set(boxes.map(({ currentKeyId }) => currentKeyId)).size).toBe(1);
    expect(await countChecks()).toBe(1);
  });

  test('with the key file gone says what to do, and makes no new one', async () => {
    await open();
    await rm(join(folder, 'keys.json'));

    await expect(open()).rejects.toMatchObject({
      code: 'key-file-missing',
      message: expect.stringContaining('Put the file back'),
    });
    await expect(open()).rejects.toMatchObject({ code: 'key-file-missing' });
  });

  test('with another key file is refused at the start, and nothing is written', async () => {
    await open();
    await writeFile(
      join(folder, 'other.json'),
      JSON.stringify({ version: 1, keys: [toKey('other-key', 7)] }),
    );

    await expect(open('other.json')).rejects.toMatchObject({ code: 'key-file-wrong' });

    expect(await countChecks()).toBe(1);
  });

  test('with another key under the same name is refused', async () => {
    const { currentKeyId } = await open();
    await writeFile(
      join(folder, 'other.json'),
      JSON.stringify({ version: 1, keys: [toKey(currentKeyId, 7)] }),
    );

    await expect(open('other.json')).rejects.toMatchObject({ code: 'key-file-wrong' });
  });

  test('of a second instance with a key file of its own is refused, though both begin at once on an empty database', async () => {
    const outcomes = await Promise.allSettled([open('one.json'), open('two.json')]);

    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect(await countChecks()).toBe(1);
  });

  test('with a new key before the old one opens both, and records the new one', async () => {
    await writeFile(join(folder, 'keys.json'), JSON.stringify({ version: 1, keys: [toKey('first-key', 1)] }));
    const sealed = (await open()).seal('ghp_x', place);
    const rotated = { version: 1, keys: [toKey('second-key', 2), toKey('first-key', 1)] };
    await writeFile(join(folder, 'keys.json'), JSON.stringify(rotated));

    const box = await open();

    expect(box.open(sealed, place)).toBe('ghp_x');
    expect(box.seal('y', place)).toMatch(/^v1\.second-key\./);
    expect(await countChecks()).toBe(2);
  });
});

const toKey = (id: string, fill: number) => ({
  id,
  key: Buffer.alloc(32, fill).toString('base64url'),
  createdAt: '2026-11-01T00:00:00Z',
});
