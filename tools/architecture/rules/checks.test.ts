import { expect, test } from 'vitest';
import { plant } from '../testing/plant.ts';
import { checksRule } from './checks.ts';
import { purityRule } from './purity.ts';
import { sqlPlaceRule } from './sql-place.ts';

const declaration =
  "import { defineCheck } from '../platform/checks/index.ts';\nexport const a = defineCheck({});";

test.each(['apps/server/src/people/person.ts', 'apps/server/src/people/person.routes.ts'])(
  'finds a check that %s declares',
  (path) => {
    expect(plant(checksRule, { [path]: declaration })).toEqual([`${path}:2`]);
  },
);

test('finds a check of the doctor’s own', () => {
  const path = 'apps/server/src/doctor/own.checks.ts';

  expect(plant(checksRule, { [path]: declaration })).toEqual([`${path}:1`]);
});

test('leaves a check alone where it belongs', () => {
  expect(plant(checksRule, { 'apps/server/src/people/person.checks.ts': declaration })).toEqual([]);
});

test('a file of checks may touch the world, and a pure file may not have its world from there', () => {
  const house = {
    'apps/server/src/people/person.checks.ts':
      "import { stat } from 'node:fs/promises';\nexport const a = stat;",
    'apps/server/src/people/pure.ts': "import { a } from './person.checks.ts';\nexport const b = a;",
  };

  expect(plant(purityRule, house)).toEqual(['apps/server/src/people/pure.ts:1']);
});

test('a file of checks writes no SQL', () => {
  const path = 'apps/server/src/people/person.checks.ts';

  expect(plant(sqlPlaceRule, { [path]: "sql.query('select 1');" })).toContain(`${path}:1`);
});
