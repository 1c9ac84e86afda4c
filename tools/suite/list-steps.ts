import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import type { House } from '../architecture/tree/house.ts';
import type { Program } from '../running/run-program.ts';
import { listRecordedSuites } from './list-recorded-suites.ts';

const cores = availableParallelism();

/** One step of the whole suite. How its tests are counted is told by `kind`. */
export interface Step {
  readonly name: 'check' | 'unit' | 'programs' | 'emulator' | 'recorded' | 'browser' | 'bench';
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
  const beside = [...besideUnit, ...besideBrowser, ...longestFirst];
  return [
    [{ name: 'check', kind: 'prints a tally', program: toNode('tools/check.ts', ['--all', '--no-tests']) }],
    [
      { name: 'unit', kind: 'vitest', program: toVitest({ projects: unitProjects, workers: cores + 1 }) },
      ...pick(besideUnit),
      // Mostly waits, and promises how soon a program starts, so it has little beside it: the end of a bench, the shortest.
      { name: 'programs', kind: 'vitest', program: toVitest({ projects: ['programs'], workers: 1 }) },
      { name: 'emulator', kind: 'vitest', program: toVitest({ projects: ['emulator'] }) },
      ...listRecordedStep(house, recordedPath),
    ],
    [
      { name: 'browser', kind: 'vitest', program: toVitest({ projects: ['browser'] }) },
      ...pick(besideBrowser),
    ],
    pick([...longestFirst, ...benches.filter((name) => !beside.includes(name))]),
  ];
}

/** What waits for programs that start and leases that end; one worker more than there are cores uses the time. */
const unitProjects: readonly string[] = ['pure', 'guards', 'edges', 'db-18', 'db-15'];

/**
 * Benches that count and mostly wait run beside tests: how busy the machine is changes nothing of what they promise. The
 * others run beside each other, small as they are here; a figure is quoted from a full one, alone.
 */
const besideUnit: readonly string[] = ['faults'];
const besideBrowser: readonly string[] = ['kill-backfill', 'idle-pulls'];
const longestFirst: readonly string[] = ['start', 'pages-pulls'];

const toBenchStep = (name: string): Step => ({
  name: 'bench',
  kind: 'single',
  program: toNode('tools/bench.ts', [name, '--size=small', '--json']),
});

function listRecordedStep(house: House, recordedPath: string | undefined): Step[] {
  const suites = listRecordedSuites(house);
  if (recordedPath === undefined || suites.length === 0) return [];
  const program = toVitest({ files: suites });
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

interface Vitest {
  /** All of them when absent. */
  readonly projects?: readonly string[];
  readonly files?: readonly string[];
  /** As many as there are cores when absent. */
  readonly workers?: number;
}

function toVitest({ projects = [], files = [], workers = cores }: Vitest): Program {
  const chosen = [...projects.map((project) => `--project=${project}`), `--maxWorkers=${workers}`];
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
