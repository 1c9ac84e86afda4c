import { expect, test } from 'vitest';
import { plant } from '../testing/plant.ts';
import { cyclesRule } from './cycles.ts';

test('finds a circle of three, also when one edge is a type and one a dynamic import', () => {
  const planted = {
    'tools/a.ts': "\nimport { b } from './b.ts';",
    'tools/b.ts': "import type { C } from './c.ts';",
    'tools/c.ts': "await import('./a.ts');",
  };

  expect(plant(cyclesRule, planted)).toEqual(['tools/a.ts:2']);
});

test('finds a file that imports itself', () => {
  expect(plant(cyclesRule, { 'tools/a.ts': "import './a.ts';" })).toEqual(['tools/a.ts:1']);
});

test('finds two circles that share a file', () => {
  const planted = {
    'tools/a.ts': "import './b.ts';\nimport './c.ts';",
    'tools/b.ts': "import './a.ts';",
    'tools/c.ts': "import './a.ts';",
  };

  expect(plant(cyclesRule, planted)).toEqual(['tools/a.ts:1', 'tools/a.ts:2']);
});

test('leaves a diamond alone', () => {
  const planted = {
    'tools/a.ts': "import './b.ts';\nimport './c.ts';",
    'tools/b.ts': "import './d.ts';",
    'tools/c.ts': "import './d.ts';",
    'tools/d.ts': '',
  };

  expect(plant(cyclesRule, planted)).toEqual([]);
});
