import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inspectHouse } from '../architecture/inspect-house.ts';
import { rules } from '../architecture/rules.ts';
import { listServerSql } from '../architecture/sql/house-sql.ts';
import { readHouse } from '../architecture/tree/read-house.ts';
import { type Outcome, runProgram } from '../running/run-program.ts';
import { plantTree } from './planted-tree.ts';

const root = join(import.meta.dirname, '../..');
const main = join(root, 'tools/architecture/main.ts');

async function inspect(written: Record<string, string>): Promise<Outcome> {
  using tree = plantTree({ from: root, copied: ['.gitignore'], written });
  await runProgram({ command: 'git', arguments: ['init', '--quiet'] }, { root: tree.root });
  return await runProgram({ command: process.execPath, arguments: [main] }, { root: tree.root });
}

test('the program fails on a planted violation and says where it is', async () => {
  const { exitCode, output } = await inspect({
    'apps/server/src/people/week.ts': 'export const now = () => Date.now();\n',
  });

  expect(output).toContain('apps/server/src/people/week.ts:1  purity  ');
  expect(exitCode).toBe(1);
});

test('the program passes a good tree', async () => {
  const { exitCode, output } = await inspect({ 'tools/x.ts': 'export const x = 1;\n' });

  expect(output).toContain('1 files read, 0 findings');
  expect(exitCode).toBe(0);
});

test('the program fails where there is nothing to read', async () => {
  const { exitCode, output } = await inspect({});

  expect(output).toContain('0 files read, 0 findings');
  expect(exitCode).toBe(1);
});

test('it reads the whole repository: every workspace, the migrations and the dictionary', async () => {
  const house = await readHouse(root);

  const folders = new Set([...house.files.keys()].map((path) => path.split('/').slice(0, 2).join('/')));
  expect([...folders]).toEqual(
    expect.arrayContaining([
      'apps/server',
      'apps/web',
      'packages/contract',
      'packages/github',
      'packages/github-emulator',
    ]),
  );
  expect([...house.texts.keys()]).toEqual(
    expect.arrayContaining(['docs/data-dictionary.md', 'db/migrations/0001-platform.sql']),
  );
  expect(inspectHouse(house).filesRead).toBeGreaterThan(500);
  expect(listServerSql(house).flatMap(({ written }) => written).length).toBeGreaterThan(80);
});

test('every rule has a name of its own', () => {
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
});
