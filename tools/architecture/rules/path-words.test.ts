import { expect, test } from 'vitest';
import { plant } from '../testing/plant.ts';
import { pathWordsRule } from './path-words.ts';

test.each([
  'apps/server/src/people/utils.ts',
  'apps/server/src/common/name.ts',
  'apps/web/src/date-helpers.ts',
  'packages/lib/package.json',
  'apps/server/src/people/person.service.ts',
])('refuses %s', (path) => {
  expect(plant(pathWordsRule, { [path]: '' })).toEqual([`${path}:1`]);
});

test.each(['apps/server/src/people/liberty.ts', 'apps/web/src/ui/utility-bar.tsx'])(
  'knows a word from a part of one: %s',
  (path) => {
    expect(plant(pathWordsRule, { [path]: '' })).toEqual([]);
  },
);
