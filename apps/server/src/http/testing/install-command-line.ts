import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';
import { checkoutFolder } from '../../platform/configuration/index.ts';

const runFile = promisify(execFile);
const modules = join(checkoutFolder, 'node_modules');

/**
 * Packs the command line as it is published, installs it in an empty folder without a network, and resolves with the
 * program that npm linked there. What it needs of others is packed out of our own `node_modules`.
 */
export async function installCommandLine(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-packed-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  await runFile(process.execPath, [join(checkoutFolder, 'tools/pack.ts'), folder], { cwd: checkoutFolder });
  const others = listNeeded('@throughline/cli').filter((name) => !name.startsWith('@throughline/'));
  const places = others.map((name) => join(modules, name));
  await runFile('npm', ['pack', ...places, '--pack-destination', folder, '--ignore-scripts'], {
    cwd: folder,
  });
  await writeFile(join(folder, 'package.json'), '{"private": true}');
  const tarballs = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  await runFile(
    'npm',
    ['install', '--offline', '--no-audit', '--no-fund', ...tarballs.map((name) => `./${name}`)],
    {
      cwd: folder,
    },
  );
  return join(folder, 'node_modules/.bin/throughline');
}

/** A package of ours and everything it needs, by name. */
function listNeeded(name: string, known: readonly string[] = []): readonly string[] {
  if (known.includes(name)) return known;
  const { dependencies = {} } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  return Object.keys(dependencies).reduce<readonly string[]>(
    (found, needed) => listNeeded(needed, found),
    [...known, name],
  );
}

/** The Node that runs us, and another that this machine has, which is often an older one. */
export async function listNodes(): Promise<readonly string[]> {
  const places = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((place) => !place.includes('node_modules'))
    .map((place) => join(place, 'node'));
  for (const place of places) {
    const version = await runFile(place, ['--version']).catch(() => undefined);
    const [major = 0, minor = 0] = (version?.stdout.slice(1) ?? '').split('.').map(Number);
    if (major > 20 || (major === 20 && minor >= 19)) return [process.execPath, place];
  }
  return [process.execPath];
}
