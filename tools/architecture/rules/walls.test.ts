import { expect, test } from 'vitest';
import { plant } from '../testing/plant.ts';
import { wallsRule } from './walls.ts';

const house = {
  'packages/contract/src/index.ts': 'export const x = 1;',
  'packages/github/src/index.ts': 'export const x = 1;',
  'apps/server/src/main.ts': 'export const x = 1;',
};

test.each([
  ['packages/github/src/a.ts', '@throughline/contract'],
  ['packages/github/src/a.ts', '@throughline/github-emulator'],
  ['packages/github-emulator/src/a.ts', '@throughline/github'],
  ['packages/github-emulator/src/a.test.ts', '@throughline/github'],
  ['packages/contract/src/a.ts', '@throughline/github'],
  ['packages/contract/src/a.ts', 'node:crypto'],
  ['packages/contract/src/a.ts', 'react'],
  ['apps/web/src/a.tsx', '@throughline/github'],
  ['apps/web/src/a.tsx', '@throughline/server'],
  ['apps/server/src/people/a.ts', '@throughline/web'],
  ['apps/server/src/people/a.ts', '../../../../packages/contract/src/index.ts'],
  ['e2e/a.ts', '../apps/server/src/main.ts'],
])('%s must not import %s', (path, specifier) => {
  expect(plant(wallsRule, { ...house, [path]: `import type { x } from '${specifier}';` })).toEqual([
    `${path}:1`,
  ]);
});

test.each([
  ['packages/github/src/a.ts', '@octokit/core'],
  ['packages/github/src/a.http.test.ts', '@throughline/github-emulator'],
  ['packages/contract/src/a.ts', 'zod'],
  ['packages/contract/src/a.test.ts', 'vitest'],
  ['apps/web/src/a.tsx', '@throughline/contract'],
  ['apps/server/src/people/a.ts', '@throughline/github'],
  ['e2e/a.ts', '@throughline/github-emulator'],
  ['apps/server/src/people/a.ts', './b.ts'],
])('%s may import %s', (path, specifier) => {
  expect(plant(wallsRule, { ...house, [path]: `import { x } from '${specifier}';` })).toEqual([]);
});
