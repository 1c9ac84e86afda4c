import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readHouse } from './architecture/tree/read-house.ts';
import { runProgram } from './running/run-program.ts';
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
  let total = emptyTally;

  for (const step of steps) {
    console.log(`\n── ${step.name}: ${step.program.arguments.join(' ')}`);
    const { tally, tookMs } = await runStep(step);
    total = addTallies(total, tally);
    const counts = `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`;
    lines.push(`${step.name.padEnd(10)} ${(tookMs / 1000).toFixed(1).padStart(7)} s   ${counts}`);
  }

  if (recordedPath === undefined) lines.push('recorded   skipped: THROUGHLINE_RECORDED names no folder');
  console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
}

async function runStep({ name, kind, program }: Step): Promise<{ tally: Tally; tookMs: number }> {
  const reportPath = join(root, `.tmp/suite/${name}.json`);
  await mkdir(join(root, '.tmp/suite'), { recursive: true });
  await rm(reportPath, { force: true });

  const reporting = kind === 'vitest' ? [`--outputFile.json=${reportPath}`] : [];
  const outcome = await runProgram(
    { ...program, arguments: [...program.arguments, ...reporting] },
    { root, isShown: true },
  );

  const { exitCode, tookMs } = outcome;
  if (kind === 'single') return { tally: toSingleTally(outcome), tookMs };
  if (kind === 'prints a tally') return { tally: parsePrintedTally(outcome), tookMs };
  return { tally: parseVitestTally(await readIfThere(reportPath), exitCode), tookMs };
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
