import { pureBuiltins, purePackages, worldlyRoles } from '../house.data.ts';
import { findAmbientUses } from './find-ambient-uses.ts';
import { findOrigin } from './find-origin.ts';
import type { House } from './house.ts';
import type { ImportEdge } from './module-record.ts';
import { findRole } from './place.ts';
import { resolveImport } from './resolve-import.ts';
import type { SourceFile } from './source-file.ts';

/** Why a file touches the world and where; `line` is the line of that file. */
export interface Worldliness {
  readonly reason: string;
  readonly line: number;
}

/**
 * Says by what each file touches the world: by itself (clock, chance, network, environment, an I/O builtin or
 * package) or through a value it imports. Re-exports are followed, so that a door may offer pure and worldly names.
 * Files are answered once and remembered.
 */
export function createWorldlinessFinder(house: House): (file: SourceFile) => readonly Worldliness[] {
  const known = new Map<string, readonly Worldliness[]>();

  const find = (file: SourceFile): readonly Worldliness[] => {
    const answer = known.get(file.path);
    if (answer !== undefined) return answer;
    known.set(file.path, []); // a cycle adds nothing to what its members say themselves
    const found = [
      ...findAmbientUses(file).map(({ name, line }) => ({ reason: `uses ${name}`, line })),
      ...file.imports.filter((edge) => !edge.isTypeOnly).flatMap((edge) => checkEdge(file, edge)),
    ];
    known.set(file.path, found);
    return found;
  };

  const checkEdge = (file: SourceFile, edge: ImportEdge): Worldliness[] => {
    const target = resolveImport(house, file.path, edge.specifier);
    if (target.kind === 'builtin')
      return isPureBuiltin(target.name, edge) ? [] : [toReason(edge, target.name)];
    if (target.kind === 'package')
      return purePackages.includes(target.name) ? [] : [toReason(edge, target.name)];

    return toOrigins(house, target.path, edge)
      .filter((origin) => origin.path !== file.path)
      .filter((origin) => hasWorldlyRole(origin) || find(origin).length > 0)
      .map((origin) => toReason(edge, origin.path))
      .slice(0, 1);
  };

  return find;
}

function toOrigins(house: House, path: string, edge: ImportEdge): SourceFile[] {
  const origins =
    edge.names === 'all' ? [house.files.get(path)] : edge.names.map((name) => findOrigin(house, path, name));
  return origins.filter((origin) => origin !== undefined);
}

function isPureBuiltin(name: string, edge: ImportEdge): boolean {
  const pure = pureBuiltins[name];
  if (pure === undefined || pure === 'all') return pure === 'all';
  return edge.names !== 'all' && edge.names.every((imported) => pure.includes(imported));
}

function hasWorldlyRole(file: SourceFile): boolean {
  return worldlyRoles.includes(findRole(file.path) ?? '');
}

function toReason(edge: ImportEdge, from: string): Worldliness {
  const what = edge.names === 'all' ? '' : `${edge.names.join(', ')} of `;
  return { reason: `imports ${what}${from}`, line: edge.line };
}
