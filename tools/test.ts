import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readHouse } from './architecture/tree/read-house.ts';
import { runProgram } from './running/run-program.ts';
import { listFailures } from './suite/list-failures.ts';
import { listSteps, type Step } from './suite/list-steps.ts';
import {
  addTallies,
  emptyTally,
  parsePrintedTally,
  parseVitestTally,
  type Tally,
  toSingleTally,
} from './suite/tally.ts';

/** Runs the whole suite, or only the steps named, and ends with `N passed, N failed`. Each step runs whatever failed before. */
const root = process.cwd();
const { positionals } = parseArgs({ allowPositionals: true });
const recordedPath = process.env['THROUGHLINE_RECORDED'];

const all = listSteps(
  root,
  await readHouse(root),
  recordedPath === undefined ? undefined : resolve(recordedPath),
);
await runSteps(positionals.length === 0 ? all : all.filter(({ name }) => positionals.includes(name)));

async function runSteps(steps: readonly Step[]): Promise<void> {
  const lines: string[] = [];
  const failures: string[] = [];
  let total = emptyTally;

  for (const step of steps) {
    console.log(`\n── ${step.name}: ${step.program.arguments.join(' ')}`);
    const { tally, tookMs, failed } = await runStep(step);
    failures.push(...failed.map((failure) => `✗ ${step.name}: ${failure}`));
    total = addTallies(total, tally);
    const counts = `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`;
    lines.push(`${step.name.padEnd(10)} ${(tookMs / 1000).toFixed(1).padStart(7)} s   ${counts}`);
  }

  if (recordedPath === undefined) lines.push('recorded   skipped: THROUGHLINE_RECORDED names no folder');
  if (failures.length > 0) console.log(`\n${failures.join('\n\n')}`);
  console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
}

interface StepOutcome {
  readonly tally: Tally;
  readonly tookMs: number;
  /** What failed, by name; empty for a green step. */
  readonly failed: readonly string[];
}

async function runStep({ name, kind, program }: Step): Promise<StepOutcome> {
  const reportPath = join(root, `.tmp/suite/${name}.json`);
  await mkdir(join(root, '.tmp/suite'), { recursive: true });
  await rm(reportPath, { force: true });

  const reporting = kind === 'vitest' ? [`--outputFile.json=${reportPath}`] : [];
  const outcome = await runProgram(
    { ...program, arguments: [...program.arguments, ...reporting] },
    { root, isShown: true },
  );

  const { exitCode, tookMs } = outcome;
  if (kind === 'vitest') {
    const report = await readIfThere(reportPath);
    const tally = parseVitestTally(report, exitCode);
    return { tally, tookMs, failed: tally.failed > 0 ? listFailures(report, root) : [] };
  }
  const tally = kind === 'single' ? toSingleTally(outcome) : parsePrintedTally(outcome);
  return { tally, tookMs, failed: tally.failed > 0 ? [`${program.arguments.join(' ')}: see above`] : [] };
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
