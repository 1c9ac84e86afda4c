import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from '../running/run-program.ts';
import { plantTree } from './planted-tree.ts';

const root = join(import.meta.dirname, '../..');
const program = { command: process.execPath, arguments: [join(root, 'tools/check-queries.ts')] };

test("finds a field that GitHub's own schema does not have", async () => {
  using tree = plantTree({
    from: root,
    copied: ['.gitignore'],
    written: { 'packages/github/src/viewer.ts': "export const viewer = 'query { viewer { nickname } }';\n" },
  });
  await runProgram({ command: 'git', arguments: ['init', '--quiet'] }, { root: tree.root });

  const { output, exitCode } = await runProgram(program, { root: tree.root });

  expect(output).toContain(
    'packages/github/src/viewer.ts:1  @octokit/graphql-schema: Cannot query field "nickname"',
  );
  expect(exitCode).toBe(1);
});

test('reads the queries of this repository', async () => {
  const { output } = await runProgram(program, { root });

  expect(Number(/^(\d+) queries/m.exec(output)?.[1])).toBeGreaterThanOrEqual(5);
});
