import { mkdir, mkdtemp, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeLibraryLinks } from './library-links.ts';

const makePackage = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-links-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'native/lib'), { recursive: true });
  await writeFile(join(folder, 'native/lib/libpq.so.5.18'), 'the library');
  const links = ['native/lib/libpq.so.5', 'native/lib/libpq.so'].map((target) => ({
    source: 'native/lib/libpq.so.5.18',
    target,
  }));
  await writeFile(join(folder, 'native/pg-symlinks.json'), JSON.stringify(links));
  return join(folder, 'native');
};

test('the links of the list are made, as often as one likes', async () => {
  const native = await makePackage();

  await makeLibraryLinks(native);
  await makeLibraryLinks(native);

  expect(await readFile(join(native, 'lib/libpq.so.5'), 'utf8')).toBe('the library');
  expect(await readlink(join(native, 'lib/libpq.so'))).toBe('libpq.so.5.18');
});

test('a link that leads nowhere is replaced', async () => {
  const native = await makePackage();
  await symlink('libpq.so.5.17', join(native, 'lib/libpq.so.5'));

  await makeLibraryLinks(native);

  expect(await readlink(join(native, 'lib/libpq.so.5'))).toBe('libpq.so.5.18');
});

test('two starts at once do not disturb each other', async () => {
  const native = await makePackage();

  await Promise.all(Array.from({ length: 8 }, () => makeLibraryLinks(native)));

  expect(await readlink(join(native, 'lib/libpq.so'))).toBe('libpq.so.5.18');
});

test('a package without a list needs no links', async () => {
  const native = await makePackage();
  await rm(join(native, 'pg-symlinks.json'));

  await expect(makeLibraryLinks(native)).resolves.toBeUndefined();
});
