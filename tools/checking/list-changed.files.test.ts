import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plantTree } from '../guards/planted-tree.ts';
import { runProgram } from '../running/run-program.ts';
import { listChanged } from './list-changed.ts';

const root = join(import.meta.dirname, '../..');

test('lists what is changed and what is new, and not what is committed or of another kind', async () => {
  using tree = plantTree({
    from: root,
    copied: ['.gitignore'],
    written: { 'kept.ts': '', 'changed.ts': '', 'gone.ts': '', 'words.md': '' },
  });
  const git = async (...words: string[]) => {
    const identity = ['-c', 'user.name=x', '-c', 'user.email=x@example.com'];
    await runProgram({ command: 'git', arguments: [...identity, ...words] }, { root: tree.root });
  };
  await git('init', '--quiet');
  await git('add', '--', 'kept.ts', 'changed.ts', 'gone.ts', 'words.md');
  await git('commit', '--quiet', '--message=Begin');
  await git('rm', '--quiet', 'gone.ts');
  for (const name of ['changed.ts', 'new.tsx', 'words.md']) writeFileSync(join(tree.root, name), 'x');

  expect(await listChanged(tree.root)).toEqual(['changed.ts', 'new.tsx']);
});
