import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Program } from '../running/run-program.ts';

/** One of the checks that run side by side. */
export interface Part {
  readonly name: string;
  readonly program: Program;
}

export interface Scope {
  /** False: tests that a change can reach, and lint of what is changed. True: everything, and unused code too. */
  readonly isAll: boolean;
  /** False where another step runs the pure tests. */
  readonly hasTests: boolean;
  /** Files that differ from the last commit. */
  readonly changed: readonly string[];
}

const vitest = ['run', '--project=pure', '--reporter=dot', '--passWithNoTests'];

/** Lists the checks, longest first. With nothing changed the linter reads everything: it is never given nothing to read. */
export function listParts(root: string, { isAll, hasTests, changed }: Scope): Part[] {
  return [
    ...(hasTests ? [toPart('pure tests', 'vitest', isAll ? vitest : [...vitest, '--changed'])] : []),
    toPart('lint', 'oxlint', ['--format=unix', '--no-error-on-unmatched-pattern', ...(isAll ? [] : changed)]),
    ...listWorkspaces(root).map(toTypesPart),
    ...(isAll ? [toPart('unused code', 'knip', ['--no-progress'])] : []),
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

/** `tsc` remembers what it knows in a file: 0.3 s instead of 2 s for the server when little has changed. */
function toTypesPart(workspace: string): Part {
  const memory = `.tmp/types/${workspace.replace('/', '-')}.tsbuildinfo`;
  return toPart(`types ${workspace}`, 'tsc', ['-p', workspace, '--incremental', '--tsBuildInfoFile', memory]);
}

function hasSource(workspace: string): boolean {
  if (existsSync(join(workspace, 'src'))) return globSync('src/**/*.{ts,tsx}', { cwd: workspace }).length > 0;
  return globSync('*.ts', { cwd: workspace }).length > 0;
}

function toPart(name: string, command: string, arguments_: readonly string[]): Part {
  return { name, program: { command, arguments: arguments_ } };
}
