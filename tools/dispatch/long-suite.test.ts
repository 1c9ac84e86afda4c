import { expect, test } from 'vitest';
import { isLongSuite, parsePassed } from './long-suite.ts';

test('knows the parts that passed before', () => {
  expect([...parsePassed('["a", 2, "b"]')]).toEqual(['a', 'b']);
});

test.each([undefined, '{}', 'null'])('starts from the beginning with %j', (text) => {
  expect(parsePassed(text).size).toBe(0);
});

test.each([
  [{}, false],
  [{ parts: [] }, false],
  [{ parts: [{ name: 'a' }] }, true],
])('takes %j for a suite: %s', (module, is) => {
  expect(isLongSuite(module)).toBe(is);
});
