import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readHouse } from '../architecture/tree/read-house.ts';
import { listWorkspaces } from '../checking/list-parts.ts';
import { runProgram } from '../running/run-program.ts';

const root = join(import.meta.dirname, '../..');

async function listTestFiles(): Promise<{ file: string; projectName: string }[]> {
  const { output } = await runProgram(
    { command: 'vitest', arguments: ['list', '--filesOnly', '--json'] },
    { root },
  );
  return JSON.parse(output.slice(output.indexOf('[')));
}

test('every test file that git knows runs in one project, and the suites of SQL on both versions of PostgreSQL', async () => {
  const { files } = await readHouse(root);
  const listed = await listTestFiles();

  const projectsOf = (path: string) =>
    listed.filter(({ file }) => file === join(root, path)).map(({ projectName }) => projectName);
  const unexpected = [...files.keys()]
    .filter((path) => /\.test\.tsx?$/.test(path))
    .filter((path) => projectsOf(path).length !== (path.endsWith('.sql.db.test.ts') ? 2 : 1));

  expect(unexpected).toEqual([]);
});

test('every workspace with code in it is checked', async () => {
  const { files } = await readHouse(root);

  const folders = [...files.keys()].flatMap(
    (path) => /^((apps|packages)\/[^/]+|[^/]+)\//.exec(path)?.[1] ?? [],
  );

  expect(listWorkspaces(root)).toEqual([...new Set(folders)].toSorted());
});
