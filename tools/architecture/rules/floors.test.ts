import { expect, test } from 'vitest';
import { plant } from '../testing/plant.ts';
import { floorsRule } from './floors.ts';

const door = 'export const x = 1;\n';
const house = {
  'apps/server/src/access/index.ts': door,
  'apps/server/src/access/session.ts': door,
  'apps/server/src/access/deep/index.ts': door,
  'apps/server/src/people/index.ts': door,
  'apps/server/src/people/person.ts': door,
  'apps/server/src/activity/index.ts': door,
  'apps/server/src/platform/sql/index.ts': door,
  'apps/server/src/platform/sql/pool.ts': door,
  'apps/server/src/main.ts': door,
};

test.each([
  ['people/a.ts', '../access/index.ts', 'the door of a lower floor'],
  ['people/a.ts', './person.ts', 'anything in its own room'],
  ['people/deep/a.ts', '../person.ts', 'anything in its own room, from a folder'],
  ['people/a.ts', '../platform/sql/index.ts', "a door of platform's"],
  ['main.ts', './people/index.ts', 'any door, from the composition root'],
  ['testing/a.ts', '../main.ts', "the composition root's own files, from what its tests use"],
])('%s may import %s: %s', (from, specifier) => {
  const planted = { ...house, [`apps/server/src/${from}`]: `import { x } from '${specifier}';` };

  expect(plant(floorsRule, planted)).toEqual([]);
});

test.each([
  ['people/a.ts', '../activity/index.ts', 'a higher floor'],
  ['identity/a.ts', '../ingestion/index.ts', 'a neighbour on its own floor'],
  ['people/a.ts', '../access/session.ts', 'a lower floor past its door'],
  ['people/a.ts', '../platform/sql/pool.ts', "past a door of platform's"],
  ['platform/jobs/a.ts', '../sql/pool.ts', "past a neighbour's door inside platform"],
  ['main.ts', './people/person.ts', 'past a door, from the composition root'],
  ['testing/a.ts', '../people/person.ts', "past a door, from what the composition root's tests use"],
  ['people/a.ts', '../access/deep/index.ts', 'an index that is no door'],
  ['people/a.ts', './persom.ts', 'a file that is not there'],
])('%s may not import %s: %s', (from, specifier) => {
  const planted = {
    ...house,
    'apps/server/src/ingestion/index.ts': door,
    [`apps/server/src/${from}`]: `\nimport { type x } from '${specifier}';`,
  };

  expect(plant(floorsRule, planted)).toEqual([`apps/server/src/${from}:2`]);
});

test('sees dynamic imports and re-exports', () => {
  const planted = {
    ...house,
    'apps/server/src/people/a.ts':
      "export { x } from '../activity/index.ts';\nawait import('../activity/index.ts');",
  };

  expect(plant(floorsRule, planted)).toEqual([
    'apps/server/src/people/a.ts:1',
    'apps/server/src/people/a.ts:2',
  ]);
});

test('refuses a slice that has no floor', () => {
  expect(plant(floorsRule, { 'apps/server/src/billing/a.ts': door })).toEqual([
    'apps/server/src/billing/a.ts:1',
  ]);
});
