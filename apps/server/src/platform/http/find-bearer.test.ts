import { expect, test } from 'vitest';
import { findBearer } from './find-bearer.ts';

test.each([
  ['Bearer tl_x', 'tl_x'],
  ['bearer tl_x', 'tl_x'],
  ['BEARER   tl_x ', 'tl_x'],
  ['Bearer', ''],
  ['Bearer ', ''],
  ['Bearer tl_x and more', 'tl_x'],
  ['Basic dXNlcjpwYXNz', undefined],
  ['Bearertl_x', undefined],
  ['', undefined],
  [undefined, undefined],
])('%j carries %j', (authorization, carried) => {
  const headers = authorization === undefined ? {} : { authorization };

  expect(findBearer(headers)).toBe(carried);
});
