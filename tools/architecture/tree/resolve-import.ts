import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import type { House } from './house.ts';

/** Where an import leads. */
export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'missing'; readonly path: string };

/** Resolves a specifier written in the file `from`. Our own packages resolve to the source of their door. */
export function resolveImport(house: House, from: string, specifier: string): Target {
  if (specifier.startsWith('.')) return toFile(house, posix.join(posix.dirname(from), specifier));
  if (isBuiltin(specifier)) {
    return { kind: 'builtin', name: specifier.startsWith('node:') ? specifier : `node:${specifier}` };
  }

  const ours = /^@throughline\/([^/]+)$/.exec(specifier)?.[1];
  const door = ['packages', 'apps']
    .map((folder) => `${folder}/${ours}/src/index.ts`)
    .find((path) => house.files.has(path));
  if (ours !== undefined && door !== undefined) return { kind: 'file', path: door };

  return { kind: 'package', name: toPackageName(specifier) };
}

function toFile(house: House, path: string): Target {
  const stripped = path.replace(/\?.*$/, '');
  return house.files.has(stripped) || !/\.tsx?$/.test(stripped)
    ? { kind: 'file', path: stripped }
    : { kind: 'missing', path: stripped };
}

function toPackageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
