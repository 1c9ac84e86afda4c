import { expect, it } from 'vitest';
import { toReturnPath } from './return-path.ts';

it.each([
  ['/people/engineer-a?period=this-week', '/people/engineer-a?period=this-week'],
  ['https://evil.example/', '/'],
  ['//evil.example/', '/'],
  ['/\\evil.example/', '/'],
  ['/signin?to=/sync', '/'],
  ['/\t/evil.example/', '/'],
  ['/people\\..\\evil', '/'],
  ['/%2f%2fevil.example/', '/'],
  ['/%5cevil.example/', '/'],
  ['/%2F/evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['data:text/html,x', '/'],
  ['evil.example', '/'],
  [' //evil.example', '/'],
  ['\n//evil.example', '/'],
  ['', '/'],
  [null, '/'],
  [undefined, '/'],
  [['/a', '/b'], '/'],
])('returns from %s to %s', (asked, path) => {
  expect(toReturnPath(asked)).toBe(path);
});
