import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readHouse } from '../architecture/tree/read-house.ts';
import { runProgram } from '../running/run-program.ts';
import { plantTree } from './planted-tree.ts';

const root = join(import.meta.dirname, '../..');
const packageJson = '{ "name": "@throughline/x", "dependencies": { "zod": "4.6.7" } }\n';

test('Biome finds a line out of form, imports out of order and an undeclared dependency, and nothing else', async () => {
  using tree = plantTree({
    from: root,
    copied: ['biome.json', '.gitignore'],
    written: {
      'packages/x/package.json': packageJson,
      'packages/x/src/good.ts': "import { z } from 'zod';\n\nexport const name = z.string();\n",
      'packages/x/src/good.test.ts': "import { test } from 'vitest';\n\ntest.todo('x');\n",
      'packages/x/src/form.ts': 'export const x = "double quotes"\n',
      'packages/x/src/order.ts':
        "import { z } from 'zod';\nimport { a } from './a.ts';\nimport fs from 'node:fs';\n\nexport const x = [z, a, fs];\n",
      'packages/x/src/undeclared.ts': "import pg from 'pg';\n\nexport const x = pg;\n",
    },
  });

  const { output, exitCode } = await runProgram(
    { command: 'biome', arguments: ['check', '--reporter=concise', 'packages'] },
    { root: tree.root },
  );

  const findings = output.match(/[\w-]+(\.test)?\.(ts|json)(:\d+:\d+)?: [\w/]+/g)?.toSorted();
  expect(findings).toEqual([
    expect.stringMatching(/^form\.ts.*: format/),
    expect.stringMatching(/^order\.ts.*organizeImports/),
    expect.stringMatching(/^undeclared\.ts.*noUndeclaredDependencies/),
  ]);
  expect(exitCode).not.toBe(0);
});

test('Biome reads about as many files as git knows', async () => {
  const { files } = await readHouse(root);

  const { output } = await runProgram(
    { command: 'biome', arguments: ['check', '--reporter=concise', '--max-diagnostics=1'] },
    { root },
  );

  expect(Number(/Checked (\d+) files/.exec(output)?.[1])).toBeGreaterThanOrEqual(files.size);
});
