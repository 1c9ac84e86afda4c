import { expect, test } from 'vitest';
import { plant } from '../testing/plant.ts';
import { testsApartRule } from './tests-apart.ts';

const house = {
  'apps/web/src/testing/people.ts': 'export const x = 1;',
  'apps/web/src/a.test.ts': 'export const x = 1;',
};

test.each(['./testing/people.ts', './a.test.ts'])('finds %s imported by what ships', (specifier) => {
  const planted = { ...house, 'apps/web/src/b.ts': `import type { x } from '${specifier}';` };

  expect(plant(testsApartRule, planted)).toEqual(['apps/web/src/b.ts:1']);
});

test('lets tests and their own files import it', () => {
  const text = "import { x } from './testing/people.ts';";
  const planted = {
    ...house,
    'apps/web/src/b.test.ts': text,
    'apps/web/src/testing/c.ts': "import './people.ts';",
  };

  expect(plant(testsApartRule, planted)).toEqual([]);
});
