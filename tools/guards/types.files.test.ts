import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readHouse } from '../architecture/tree/read-house.ts';
import { listWorkspaces } from '../checking/list-parts.ts';
import { runProgram } from '../running/run-program.ts';
import { plantTree } from './planted-tree.ts';

const root = join(import.meta.dirname, '../..');
const workspaces = listWorkspaces(root);

/** A folder without a package of its own is one of the checkout's. */
const toConfiguration = (workspace: string): readonly string[] => [
  'package.json',
  'tsconfig.base.json',
  `${workspace}/package.json`,
  `${workspace}/tsconfig.json`,
];

test.each(workspaces)('tsc fails on a planted error in %s, and on nothing else', async (workspace) => {
  const folder = ['apps', 'packages'].includes(workspace.split('/')[0] ?? '')
    ? `${workspace}/src`
    : workspace;
  using tree = plantTree({
    from: root,
    copied: toConfiguration(workspace).filter((path) => existsSync(join(root, path))),
    written: {
      [`${folder}/good.ts`]: 'export const words: readonly string[] = [];\n',
      [`${folder}/bad.ts`]: "import { words } from './good.ts';\n\nexport const word: string = words[0];\n",
    },
  });

  const { exitCode, output } = await runProgram(
    { command: 'tsc', arguments: ['-p', workspace, '--pretty', 'false'] },
    { root: tree.root },
  );

  expect(output.match(/^\S.*error TS\d+/gm)).toEqual([
    expect.stringContaining(`${folder}/bad.ts(3,14): error TS2322`),
  ]);
  expect(exitCode).not.toBe(0);
});

test('every file of TypeScript that git knows is read by tsc', async () => {
  const { files } = await readHouse(root);

  const lists = await Promise.all(
    workspaces.map((workspace) =>
      runProgram({ command: 'tsc', arguments: ['-p', workspace, '--listFilesOnly'] }, { root }),
    ),
  );
  const read = new Set(lists.flatMap(({ output }) => output.split('\n')));

  expect([...files.keys()].filter((path) => !read.has(join(root, path)))).toEqual([]);
  expect(files.size).toBeGreaterThan(100);
});
