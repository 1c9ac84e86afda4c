import { expect, test } from 'vitest';
import { findClosingReferences } from './find-closing-references.ts';

test.each([
  ['fix #3 \r\n* more', [3]],
  ['Closes: #12, resolves #4 and FIXED #12', [12, 4]],
  ['prefix #3, see #5, fixes#6, fixes acme/web#7', []],
  [undefined, []],
])('%j closes %j', (text, numbers) => {
  expect(findClosingReferences(text)).toEqual(numbers);
});
