import { expect, test } from 'vitest';
import { plant } from '../testing/plant.ts';
import { timingRule } from './timing.ts';

const path = 'apps/server/src/access/a.ts';

test.each([
  'if (signature === expected) ok();',
  'if (expected !== request.token) refuse();',
  'if (session.tokenHash == stored) ok();',
  'if (client_secret === given) ok();',
  "if (digest.toString('hex') === given) ok();",
])('finds %s', (text) => {
  expect(plant(timingRule, { [path]: text })).toEqual([`${path}:1`]);
});

test.each([
  'if (token === undefined) refuse();',
  "if (token === '') refuse();",
  "if (typeof token === 'string') ok();",
  'if (tokenKind === kind) ok();',
  'if (token.length === 40) ok();',
  'if (timingSafeEqual(signature, expected)) ok();',
  'if (treeHash === other) ok(); // not secret: git object names are public',
])('leaves %s alone', (text) => {
  expect(plant(timingRule, { [path]: text })).toEqual([]);
});
