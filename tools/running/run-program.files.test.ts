import { expect, test } from 'vitest';
import { runProgram } from './run-program.ts';

const run = (script: string) =>
  runProgram({ command: 'sh', arguments: ['-c', script] }, { root: process.cwd() });

test('tells what a program said on both its outputs, and how it ended', async () => {
  const outcome = await run('echo one; echo two >&2; exit 3');

  expect(outcome.exitCode).toBe(3);
  expect(outcome.output).toContain('one');
  expect(outcome.output).toContain('two');
});

test('is over when the program is, though one that it began holds its output open', async () => {
  const outcome = await run('sleep 30 & echo said; exit 4');

  expect(outcome).toMatchObject({ exitCode: 4, output: 'said\n' });
  expect(outcome.tookMs).toBeLessThan(20_000);
});

test('that is not there has the code of a shell', async () => {
  const outcome = await runProgram({ command: 'no-such-program', arguments: [] }, { root: process.cwd() });

  expect(outcome.exitCode).toBe(127);
});
