import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Program } from '../running/run-program.ts';

/** One of the checks that run side by side. */
export interface Part {
  readonly name: string;
  readonly program: Program;
}

const pureTests = ['run', '--project=pure', '--reporter=dot', '--passWithNoTests'];

/**
 * Lists the checks, longest first. Of the pure tests, `isAll` runs every one; else those that what is not yet
 * committed can reach; `hasTests` is false where another step runs them. Unused code is looked for with `isAll` only, since code in the making is unused for a while.
 */
export function listParts(root: string, { isAll, hasTests }: { isAll: boolean; hasTests: boolean }): Part[] {
  return [
    ...(hasTests ? [toPart('pure tests', 'vitest', isAll ? pureTests : [...pureTests, '--changed'])] : []),
    ...(isAll ? [toPart('unused code', 'knip', ['--no-progress'])] : []),
    ...listWorkspaces(root).map((workspace) => toPart(`types ${workspace}`, 'tsc', ['-p', workspace])),
    toPart('lint', 'oxlint', ['--format=unix']),
    toPart('format', 'biome', ['check', '--reporter=concise', '--max-diagnostics=50']),
    toPart('architecture', process.execPath, ['tools/architecture/main.ts']),
    toPart('queries', process.execPath, ['tools/check-queries.ts']),
  ];
}

/** Workspaces with a `tsconfig.json` and a file of TypeScript; `tsc` takes a workspace without one for a mistake. */
export function listWorkspaces(root: string): string[] {
  return globSync(['{apps,packages}/*/tsconfig.json', '{tools,e2e,bench,long}/tsconfig.json'], { cwd: root })
    .map((path) => dirname(path))
    .filter((workspace) => hasSource(join(root, workspace)))
    .toSorted();
}

function hasSource(workspace: string): boolean {
  if (existsSync(join(workspace, 'src'))) return globSync('src/**/*.{ts,tsx}', { cwd: workspace }).length > 0;
  return globSync('*.ts', { cwd: workspace }).length > 0;
}

function toPart(name: string, command: string, arguments_: readonly string[]): Part {
  return { name, program: { command, arguments: arguments_ } };
}
