import { expect, test } from 'vitest';
import { plant } from '../testing/plant.ts';
import { ambientRule } from './ambient.ts';

test.each([
  ['apps/server/src/people/x.jobs.ts', 'Date.now();'],
  ['apps/server/src/people/x.sql.ts', 'new Date();'],
  ['apps/server/src/http/x.ts', "fetch('https://api.github.com');"],
  ['packages/github/src/x.client.ts', 'crypto.randomUUID();'],
  ['packages/github-emulator/src/x.ts', 'Math.random();'],
])('finds in %s: %s', (path, text) => {
  expect(plant(ambientRule, { [path]: text })).toEqual([`${path}:1`]);
});

test.each([
  ['apps/server/src/platform/egress/x.ts', "fetch('https://api.github.com');"],
  ['apps/server/src/people/x.db.test.ts', 'Date.now();'],
  ['apps/server/src/people/x.jobs.ts', 'new Date(atMs); clock.now(); setTimeout(done, 10);'],
  ['packages/github-emulator/src/system-clock.ts', 'Date.now();'],
  ['apps/web/src/people/x.ts', 'new Date();'],
])('leaves %s alone: %s', (path, text) => {
  expect(plant(ambientRule, { [path]: text })).toEqual([]);
});
