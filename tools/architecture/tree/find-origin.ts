import type { House } from './house.ts';
import type { ExportEntry } from './module-record.ts';
import { resolveImport } from './resolve-import.ts';
import type { SourceFile } from './source-file.ts';

/**
 * Follows re-exports from the file at `path` to the file that declares `name`. A name that cannot be followed
 * belongs to the file where the trail ends, so that what is not understood counts as declared there.
 */
export function findOrigin(house: House, path: string, name: string): SourceFile | undefined {
  const trail = new Set<string>();
  let [file, sought] = [house.files.get(path), name];

  while (file !== undefined && !trail.has(file.path)) {
    trail.add(file.path);
    const step = findStep(house, file, sought);
    if (step === undefined) return file;
    [file, sought] = [house.files.get(step.path), step.name];
  }
  return file;
}

function findStep(house: House, file: SourceFile, name: string): { path: string; name: string } | undefined {
  const named = file.exports.find((entry) => entry.name === name);
  if (named !== undefined) return toStep(house, file, named, named.importedAs ?? name);

  const star = file.exports
    .filter((entry) => entry.name === undefined && entry.from !== undefined)
    .map((entry) => toStep(house, file, entry, name))
    .find((step) => step !== undefined && offers(house, step.path, name));
  return star;
}

function toStep(house: House, file: SourceFile, entry: ExportEntry, name: string) {
  if (entry.from === undefined) return undefined;
  const target = resolveImport(house, file.path, entry.from);
  return target.kind === 'file' ? { path: target.path, name } : undefined;
}

function offers(house: House, path: string, name: string): boolean {
  const exports = house.files.get(path)?.exports ?? [];
  return exports.some((entry) => entry.name === name || entry.name === undefined);
}
