import { expect, test } from 'vitest';
import { toHouse } from '../architecture/tree/house.ts';
import { listRecordedSuites } from './list-recorded-suites.ts';

test('lists suites that name the variable and those that import one who does, not the rest', () => {
  const house = toHouse(
    new Map([
      ['packages/a/src/x.http.test.ts', "import './testing/one.ts';"],
      ['packages/a/src/testing/one.ts', "import './two.ts';"],
      ['packages/a/src/testing/two.ts', "process.env['THROUGHLINE_RECORDED'];"],
      ['packages/a/src/y.files.test.ts', "process.env['THROUGHLINE_RECORDED'];"],
      ['packages/a/src/z.test.ts', "import './pure.ts';"],
      ['packages/a/src/pure.ts', ''],
    ]),
  );

  expect(listRecordedSuites(house)).toEqual([
    'packages/a/src/x.http.test.ts',
    'packages/a/src/y.files.test.ts',
  ]);
});
