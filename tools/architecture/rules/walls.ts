import type { Finding } from '../finding.ts';
import { onlyPackages, walls, wallsForTests } from '../house.data.ts';
import type { Rule } from '../rule.ts';
import type { House } from '../tree/house.ts';
import type { ImportEdge } from '../tree/module-record.ts';
import { findWorkspace, isTestFile } from '../tree/place.ts';
import { resolveImport } from '../tree/resolve-import.ts';
import type { SourceFile } from '../tree/source-file.ts';

/** A workspace imports another by its package name and only if the wall between them has a door; never by a path. */
export const wallsRule: Rule = {
  name: 'walls',
  check: (house) =>
    [...house.files.values()].flatMap((file) => {
      const workspace = findWorkspace(file.path);
      return workspace === undefined
        ? []
        : file.imports.flatMap((edge) => toFinding(file, edge, findObjection(house, file, edge, workspace)));
    }),
};

function findObjection(
  house: House,
  file: SourceFile,
  edge: ImportEdge,
  workspace: string,
): string | undefined {
  if (edge.specifier.startsWith('.')) return objectToPath(house, file, edge, workspace);

  const ours = /^@throughline\/[^/]+/.exec(edge.specifier)?.[0];
  const isTest = isTestFile(file.path);
  if (ours !== undefined) return objectToNeighbour(workspace, ours, isTest);
  return isTest ? undefined : objectToPackage(workspace, edge.specifier);
}

function objectToPath(
  house: House,
  file: SourceFile,
  edge: ImportEdge,
  workspace: string,
): string | undefined {
  const target = resolveImport(house, file.path, edge.specifier);
  const isInside = target.kind !== 'file' || findWorkspace(target.path) === workspace;
  return isInside ? undefined : `a path out of ${workspace}; import the other workspace by its package name`;
}

function objectToNeighbour(workspace: string, ours: string, isTest: boolean): string | undefined {
  const allowed = walls[workspace];
  if (allowed === undefined || allowed.includes(ours)) return undefined;
  if (isTest && wallsForTests[workspace]?.includes(ours) === true) return undefined;
  return `${workspace} must not know ${ours}; it may import ${allowed.join(', ') || 'none of ours'}`;
}

function objectToPackage(workspace: string, specifier: string): string | undefined {
  const only = onlyPackages[workspace];
  if (only === undefined || only.includes(specifier)) return undefined;
  return `${workspace} runs everywhere and imports only ${only.join(', ')}, not ${specifier}`;
}

function toFinding(file: SourceFile, edge: ImportEdge, message: string | undefined): Finding[] {
  return message === undefined ? [] : [{ path: file.path, line: edge.line, message }];
}
