import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Outcome, runProgram } from '../running/run-program.ts';
import { plantTree } from './planted-tree.ts';

const root = join(import.meta.dirname, '../..');

/** Runs `.ci/run` in a tree whose `npm test` is this line of shell. */
async function runCi(script: string): Promise<Outcome> {
  using tree = plantTree({
    from: root,
    copied: ['.ci/run'],
    written: { 'package.json': JSON.stringify({ name: 'x', private: true, scripts: { test: script } }) },
  });
  return await runProgram({ command: join(tree.root, '.ci/run'), arguments: [] }, { root: tree.root });
}

function lastLine({ output }: Outcome): string | undefined {
  return output.trimEnd().split('\n').at(-1);
}

test('a green run ends with its count and exit code 0', async () => {
  const outcome = await runCi("echo '3 passed, 0 failed'; echo; echo '7 passed, 0 failed'");

  expect(lastLine(outcome)).toBe('7 passed, 0 failed');
  expect(outcome.exitCode).toBe(0);
});

test('a red run ends with its count too, behind what npm says of it', async () => {
  const outcome = await runCi("echo '6 passed, 1 failed'; exit 1");

  expect(lastLine(outcome)).toBe('6 passed, 1 failed');
  expect(outcome.exitCode).not.toBe(0);
});

test('a run that breaks off before it has counted is one failure', async () => {
  const outcome = await runCi('exit 3');

  expect(lastLine(outcome)).toBe('0 passed, 1 failed');
  expect(outcome.exitCode).not.toBe(0);
});
