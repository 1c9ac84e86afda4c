import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readHouse } from './architecture/tree/read-house.ts';
import { runProgram } from './running/run-program.ts';
import { runSideBySide } from './running/run-side-by-side.ts';
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
/** Steps of one group under way. */
const sideBySide = 2;

const all = listSteps(
  root,
  await readHouse(root),
  recordedPath === undefined ? undefined : resolve(recordedPath),
);
const isMeant = ({ name }: Step): boolean => positionals.length === 0 || positionals.includes(name);
await runGroups(all.map((group) => group.filter(isMeant)));

async function runGroups(groups: readonly (readonly Step[])[]): Promise<void> {
  const lines: string[] = [];
  const failures: string[] = [];
  let total = emptyTally;

  for (const group of groups) {
    const outcomes = await runSideBySide(group, sideBySide, (step) => runStep(step, isShown(step, group)));
    for (const { step, tally, tookMs, failed } of outcomes) {
      failures.push(...failed.map((failure) => `✗ ${step.name}: ${failure}`));
      total = addTallies(total, tally);
      const counts = `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`;
      lines.push(`${step.name.padEnd(10)} ${(tookMs / 1000).toFixed(1).padStart(7)} s   ${counts}`);
    }
  }

  if (recordedPath === undefined) lines.push('recorded   skipped: THROUGHLINE_RECORDED names no folder');
  if (failures.length > 0) console.log(`\n${failures.join('\n\n')}`);
  console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
}

interface StepOutcome {
  readonly step: Step;
  readonly tally: Tally;
  readonly tookMs: number;
  /** What failed, by name; empty for a green step. */
  readonly failed: readonly string[];
}

/** Of steps beside each other, the tests tell as they go. */
function isShown({ kind }: Step, group: readonly Step[]): boolean {
  return kind === 'vitest' || group.length === 1;
}

/** What it prints is shown as it comes, or whole at its end. */
async function runStep(step: Step, isShownAtOnce: boolean): Promise<StepOutcome> {
  const { name, kind, program } = step;
  const heading = `\n── ${name}: ${program.arguments.join(' ')}`;
  if (isShownAtOnce) console.log(heading);
  const reportPath = join(root, `.tmp/suite/${name}.json`);
  await mkdir(join(root, '.tmp/suite'), { recursive: true });
  await rm(reportPath, { force: true });

  const reporting = kind === 'vitest' ? [`--outputFile.json=${reportPath}`] : [];
  const outcome = await runProgram(
    { ...program, arguments: [...program.arguments, ...reporting] },
    { root, isShown: isShownAtOnce },
  );
  if (!isShownAtOnce) console.log(`${heading}\n${outcome.output}`);

  const { exitCode, tookMs } = outcome;
  if (kind === 'vitest') {
    const report = await readIfThere(reportPath);
    const tally = parseVitestTally(report, exitCode);
    return { step, tally, tookMs, failed: tally.failed > 0 ? listFailures(report, root) : [] };
  }
  const tally = kind === 'single' ? toSingleTally(outcome) : parsePrintedTally(outcome);
  return {
    step,
    tally,
    tookMs,
    failed: tally.failed > 0 ? [`${program.arguments.join(' ')}: see above`] : [],
  };
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
