import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from '../running/run-program.ts';
import { plantTree } from './planted-tree.ts';

const root = join(import.meta.dirname, '../..');
const rootPackage = '{ "name": "x", "private": true, "type": "module", "workspaces": ["apps/*"] }\n';
const serverPackage =
  '{ "name": "@throughline/server", "type": "module", "dependencies": { "zod": "4.6.7", "pg": "8.23.1" } }\n';

test('knip finds an unused file, export and dependency, and leaves used ones alone', async () => {
  using tree = plantTree({
    from: root,
    copied: ['knip.json', 'tsconfig.base.json', 'apps/server/tsconfig.json'],
    written: {
      'package.json': rootPackage,
      'apps/server/package.json': serverPackage,
      'apps/server/src/main.ts': "import { z } from 'zod';\nimport { used } from './used.ts';\n\nused(z);\n",
      'apps/server/src/used.ts': 'export const used = (x: unknown) => x;\nexport const forgotten = 1;\n',
      'apps/server/src/orphan.ts': 'export const orphan = 1;\n',
    },
  });

  const { output, exitCode } = await runProgram(
    { command: 'knip', arguments: ['--no-progress', '--reporter=compact'] },
    { root: tree.root },
  );

  expect(output).toContain('apps/server/src/orphan.ts');
  expect(output).toMatch(/used\.ts.*forgotten/);
  expect(output).toMatch(/package\.json.*pg/);
  expect(output).not.toMatch(/zod|main\.ts/);
  expect(exitCode).not.toBe(0);
});
