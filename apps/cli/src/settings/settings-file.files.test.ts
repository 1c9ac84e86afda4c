import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSettings, removeSettings, writeSettings } from './settings-file.ts';

const kept = { url: 'https://throughline.example.com', key: 'tl_secret-of-this-test' };
let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-settings-'));
  path = join(folder, 'throughline', 'command-line.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const modeOf = async (of: string): Promise<number> => (await stat(of)).mode & 0o777;

test('what is kept is read again, by its user alone', async () => {
  await writeSettings(path, kept);

  expect(await readSettings(path)).toEqual(kept);
  expect([await modeOf(path), await modeOf(dirname(path))]).toEqual([0o600, 0o700]);
});

test('a file that others could read is replaced by one that they cannot', async () => {
  await mkdir(dirname(path));
  await writeFile(path, '{}');
  await chmod(path, 0o644);

  await writeSettings(path, kept);

  expect(await modeOf(path)).toBe(0o600);
  expect(await readdir(dirname(path))).toEqual(['command-line.json']);
});

test('nothing kept is nothing read, and nothing to forget', async () => {
  expect(await readSettings(path)).toBeUndefined();
  expect(await removeSettings(path)).toBe(false);
});

test('what is forgotten is gone', async () => {
  await writeSettings(path, kept);

  expect(await removeSettings(path)).toBe(true);
  expect(await readSettings(path)).toBeUndefined();
});

test.each([
  '{"url": "https://x", "key": "tl_secret-of-this-test"',
  '[]',
  '',
  '{"key":"tl_secret-of-this-test"}',
])('a file that says %j is told as unusable, without its key', async (text) => {
  await mkdir(dirname(path));
  await writeFile(path, text);

  const error = await readSettings(path).catch((reason: unknown) => reason);

  expect(error).toMatchObject({ exitCode: 1, said: { code: 'settings-unusable' } });
  expect(String(error)).toContain(path);
  expect(String(error)).not.toContain('secret-of-this-test');
});
