import { expect, it } from 'vitest';
import { isAtPlace } from './is-at-place.ts';

const paths = ['/', '/people/me', '/people', '/pulls', '/settings'];

it.each([
  ['/', ['/']],
  ['/people', ['/people']],
  ['/people/me', ['/people/me']],
  ['/people/ada-dahl', ['/people']],
  ['/people/me/accounts', ['/people/me']],
  ['/settings/github/new', ['/settings']],
  ['/pullsomething', []],
])('%s lies at %j', (here, places) => {
  expect(paths.filter((path) => isAtPlace(here, path, paths))).toEqual(places);
});
