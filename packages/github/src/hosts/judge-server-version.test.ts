import { expect, test } from 'vitest';
import { judgeServerVersion } from './judge-server-version.ts';

const now = new Date('2026-11-21T12:00:00Z');

test.each([
  ['3.18.9', 'too-old'],
  ['2.22.0', 'too-old'],
  ['3.9.1', 'too-old'],
  ['3.19.4', 'last-days'],
  ['3.20.2', 'supported'],
  ['3.22.0', 'supported'],
  ['3.30.1', 'supported'],
  ['4.0.0', 'supported'],
])('%s is %s', (version, kind) => {
  expect(judgeServerVersion(version, now).kind).toBe(kind);
});

test('names what 3.19 lacks', () => {
  expect(judgeServerVersion('3.19.4', now)).toMatchObject({ lacks: expect.arrayContaining(['sub-issues']) });
});

test('says of a line whose support is over since when', () => {
  expect(judgeServerVersion('3.20.9', new Date('2027-03-18T00:00:00Z'))).toMatchObject({
    kind: 'ended',
    supportedUntilOn: '2027-03-17',
  });
});
