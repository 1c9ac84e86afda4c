import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadKeyRing } from './key-file.ts';

const now = new Date('2026-11-21T10:00:00Z');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-keys-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('the key file', () => {
  test('is made on the first start, for its owner only, and read again afterwards', async () => {
    const path = join(folder, 'deep', 'keys.json');

    const first = await loadKeyRing({ path, hasSealedData: false, now });
    const again = await loadKeyRing({ path, hasSealedData: true, now });

    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(again.current.id).toBe(first.current.id);
    expect(again.current.bytes.equals(first.current.bytes)).toBe(true);
  });

  test('is one file when ten processes start at once', async () => {
    const path = join(folder, 'keys.json');

    const rings = await Promise.all(
      Array.from({ length: 10 }, () => loadKeyRing({ path, hasSealedData: false, now })),
    );

    expect(new Set(rings.map((ring) => ring.current.id)).size).toBe(1);
  });

  test('is not made anew when the database holds sealed data', async () => {
    const path = join(folder, 'keys.json');

    await expect(loadKeyRing({ path, hasSealedData: true, now })).rejects.toMatchObject({
      code: 'key-file-missing',
      message: expect.stringContaining(path),
    });
    await expect(stat(path)).rejects.toThrow();
  });

  test('that is something else is refused and left as it is', async () => {
    const path = join(folder, 'keys.json');
    await writeFile(path, 'my shopping list');

    await expect(loadKeyRing({ path, hasSealedData: false, now })).rejects.toMatchObject({
      code: 'key-file-wrong',
    });
    expect(await readFile(path, 'utf8')).toBe('my shopping list');
  });

  test('that is a folder, or may not be read, is refused with the reason', async () => {
    await chmod(folder, 0o700);

    await expect(loadKeyRing({ path: folder, hasSealedData: false, now })).rejects.toMatchObject({
      code: 'key-file-wrong',
      message: expect.stringContaining('EISDIR'),
    });
  });
});
