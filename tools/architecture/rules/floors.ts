import type { Finding } from '../finding.ts';
import { compositionRootFloor, floors } from '../house.data.ts';
import type { Rule } from '../rule.ts';
import type { House } from '../tree/house.ts';
import type { ImportEdge } from '../tree/module-record.ts';
import { findRoom, findSlice, isDoor, isServerFile, isTestFile } from '../tree/place.ts';
import { resolveImport } from '../tree/resolve-import.ts';
import type { SourceFile } from '../tree/source-file.ts';

/** A slice imports only the doors (`index.ts`) of lower floors; inside its own room it imports anything. */
export const floorsRule: Rule = {
  name: 'floors',
  check: (house) => {
    const files = [...house.files.values()].filter((file) => isServerFile(file.path));
    return files.flatMap((file) => [
      ...checkKnownSlice(file),
      ...file.imports.flatMap((edge) => checkEdge(house, file, edge)),
    ]);
  },
};

function checkKnownSlice(file: SourceFile): Finding[] {
  const slice = findSlice(file.path);
  if (slice === undefined || floors[slice] !== undefined || isTestFile(file.path)) return [];
  return [
    toFinding(
      file,
      1,
      `${slice} is no slice of ARCHITECTURE section 2; give it a floor there and in house.data.ts`,
    ),
  ];
}

function checkEdge(house: House, file: SourceFile, edge: ImportEdge): Finding[] {
  const target = resolveImport(house, file.path, edge.specifier);
  if (target.kind === 'missing') return [toFinding(file, edge.line, `there is no file ${target.path}`)];
  if (target.kind !== 'file' || !isServerFile(target.path)) return [];

  const message = findObjection(file.path, target.path);
  return message === undefined ? [] : [toFinding(file, edge.line, message)];
}

/** Why `from` may not import `to`; both are files of the server. */
function findObjection(from: string, to: string): string | undefined {
  const [fromRoom, toRoom] = [findRoom(from), findRoom(to)];
  if (fromRoom === toRoom) return undefined;
  if (isTestFile(from) && /\/testing\//.test(to)) return undefined;
  if (!isDoor(to)) return `${to} is behind a door; import ${toRoom ?? 'main'}/index.ts`;

  const [fromFloor, toFloor] = [floorOf(from), floorOf(to)];
  const isInsidePlatform = findSlice(from) === 'platform' && findSlice(to) === 'platform';
  if (toFloor < fromFloor || isInsidePlatform || isCompositionRoot(from)) return undefined;
  return `floor ${fromFloor} (${findSlice(from)}) may not look at floor ${toFloor} (${findSlice(to)}); only lower floors`;
}

function isCompositionRoot(path: string): boolean {
  return findSlice(path) === undefined;
}

function floorOf(path: string): number {
  const slice = findSlice(path);
  return slice === undefined ? compositionRootFloor : (floors[slice] ?? compositionRootFloor);
}

function toFinding(file: SourceFile, line: number, message: string): Finding {
  return { path: file.path, line, message };
}
