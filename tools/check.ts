import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { listChanged } from './checking/list-changed.ts';
import { listParts, type Part } from './checking/list-parts.ts';
import { type Outcome, runProgram } from './running/run-program.ts';
import { runSideBySide } from './running/run-side-by-side.ts';

const root = process.cwd();
const { values } = parseArgs({
  allowNegative: true,
  options: { all: { type: 'boolean', default: false }, tests: { type: 'boolean', default: true } },
});
const startedAt = performance.now();

const scope = { isAll: values.all, hasTests: values.tests, changed: await listChanged(root) };
const outcomes = await runSideBySide(listParts(root, scope), availableParallelism(), check);

const failed = outcomes.filter(({ exitCode }) => exitCode !== 0).length;
console.log(
  `${outcomes.length - failed} passed, ${failed} failed  ${Math.round(performance.now() - startedAt)} ms`,
);
if (failed > 0 || outcomes.length === 0) process.exitCode = 1;

async function check({ name, program }: Part): Promise<Outcome> {
  const outcome = await runProgram(program, { root });
  const isGreen = outcome.exitCode === 0;
  console.log(`${isGreen ? '✓' : '✗'} ${name.padEnd(32)} ${String(outcome.tookMs).padStart(6)} ms`);
  if (!isGreen) console.log(outcome.output.trim().replaceAll(/^/gm, '    '));
  return outcome;
}
