import { expect, it } from 'vitest';
import { toReturnPath } from './return-path.ts';

it.each([
  ['/people/engineer-a?period=this-week', '/people/engineer-a?period=this-week'],
  ['https://evil.example/', '/'],
  ['//evil.example/', '/'],
  ['/\\evil.example/', '/'],
  ['/signin?to=/sync', '/'],
  [undefined, '/'],
  [['/a', '/b'], '/'],
])('returns from %s to %s', (asked, path) => {
  expect(toReturnPath(asked)).toBe(path);
});
