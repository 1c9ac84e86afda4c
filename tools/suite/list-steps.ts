import { globSync } from 'node:fs';
import { basename } from 'node:path';
import type { House } from '../architecture/tree/house.ts';
import type { Program } from '../running/run-program.ts';
import { listRecordedSuites } from './list-recorded-suites.ts';

/** One step of the whole suite. How its tests are counted is told by `kind`. */
export interface Step {
  readonly name: 'check' | 'unit' | 'emulator' | 'recorded' | 'browser' | 'bench';
  readonly kind: 'prints a tally' | 'vitest' | 'single';
  readonly program: Program;
}

/**
 * Lists the steps in their order, in groups of which the steps run beside each other. Recorded data is used by its own step
 * alone, and only where it is.
 */
export function listSteps(root: string, house: House, recordedPath: string | undefined): Step[][] {
  const benches = listBenches(root);
  const pick = (names: readonly string[]): Step[] =>
    names.filter((name) => benches.includes(name)).map(toBenchStep);
  const beside = [...besideUnit, ...besideBrowser, ...besideEachOther];
  return [
    [{ name: 'check', kind: 'prints a tally', program: toNode('tools/check.ts', ['--all', '--no-tests']) }],
    [
      { name: 'unit', kind: 'vitest', program: toVitest(['pure', 'guards', 'edges', 'db-18', 'db-15']) },
      ...pick(besideUnit),
    ],
    [{ name: 'emulator', kind: 'vitest', program: toVitest(['emulator']) }],
    listRecordedStep(house, recordedPath),
    [{ name: 'browser', kind: 'vitest', program: toVitest(['browser']) }, ...pick(besideBrowser)],
    pick(besideEachOther),
    ...benches.filter((name) => !beside.includes(name)).map((name) => [toBenchStep(name)]),
  ];
}

/**
 * Benches that count and mostly wait, the longest first: how busy the machine is changes nothing of what they promise. The
 * others measure, and have the machine to themselves.
 */
const besideUnit: readonly string[] = ['faults'];
const besideBrowser: readonly string[] = ['kill-backfill'];
const besideEachOther: readonly string[] = ['idle-pulls', 'start', 'quota'];

const toBenchStep = (name: string): Step => ({
  name: 'bench',
  kind: 'single',
  program: toNode('tools/bench.ts', [name, '--size=small', '--json']),
});

function listRecordedStep(house: House, recordedPath: string | undefined): Step[] {
  const suites = listRecordedSuites(house);
  if (recordedPath === undefined || suites.length === 0) return [];
  const program = toVitest([], suites);
  return [
    {
      name: 'recorded',
      kind: 'vitest',
      program: { ...program, env: { THROUGHLINE_RECORDED: recordedPath } },
    },
  ];
}

function listBenches(root: string): string[] {
  return globSync('bench/*.bench.ts', { cwd: root })
    .map((path) => basename(path, '.bench.ts'))
    .toSorted();
}

function toVitest(projects: readonly string[], files: readonly string[] = []): Program {
  const chosen = projects.map((project) => `--project=${project}`);
  return {
    command: 'vitest',
    arguments: ['run', '--reporter=default', '--reporter=json', ...chosen, ...files],
    env: { THROUGHLINE_RECORDED: undefined },
  };
}

function toNode(script: string, arguments_: readonly string[] = []): Program {
  return {
    command: process.execPath,
    arguments: [script, ...arguments_],
    env: { THROUGHLINE_RECORDED: undefined },
  };
}
