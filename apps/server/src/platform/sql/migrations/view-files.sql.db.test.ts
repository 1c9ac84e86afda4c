import { expect, inject, test } from 'vitest';

test('every file of db/views is accepted', () => {
  expect(inject('refusedViews')).toEqual([]);
});
