import { expect, test } from 'vitest';
import { plant } from '../testing/plant.ts';
import { purityRule } from './purity.ts';

const pure = 'apps/server/src/people/week.ts';
const house = {
  'apps/server/src/people/person.sql.ts': 'export const loadPerson = 1;',
  'apps/server/src/people/name.ts': 'export const toName = 1;',
  'apps/server/src/people/index.ts':
    "export { loadPerson } from './person.sql.ts';\nexport * from './name.ts';",
  'apps/server/src/platform/errors/index.ts': "export { AppError } from './app-error.ts';",
  'apps/server/src/platform/errors/app-error.ts': 'export class AppError extends Error {}',
  'apps/server/src/platform/clock/index.ts': "export { type Clock, systemClock } from './clock.ts';",
  'apps/server/src/platform/clock/clock.ts': 'export const systemClock = { now: () => new Date() };',
  'packages/github/src/index.ts':
    "export { parse } from './parse.ts';\nexport { read } from './read.client.ts';",
  'packages/github/src/parse.ts': "import { z } from 'zod';\nexport const parse = z;",
  'packages/github/src/read.client.ts': 'export const read = 1;',
};

test.each([
  ["import { readFile } from 'node:fs/promises';", 'an I/O builtin'],
  ["import { readFile } from 'fs';", 'a builtin without its prefix'],
  ["import { randomBytes } from 'node:crypto';", 'chance'],
  ["import * as crypto from 'node:crypto';", 'a whole builtin of which only a part is pure'],
  ["import pg from 'pg';", 'a package that does I/O'],
  ["import { loadPerson } from './person.sql.ts';", 'a file that talks to the database'],
  ["import { loadPerson } from './index.ts';", 'the same through a door'],
  ["import { systemClock } from '../platform/clock/index.ts';", 'the clock'],
  ["import { read } from '@throughline/github';", "a package's client"],
  ["const { loadPerson } = await import('./person.sql.ts');", 'a dynamic import'],
  ['export const now = () => Date.now();', 'the time'],
  ['export const now = () => new Date();', 'the time as a date'],
  ['export const roll = () => globalThis.Math.random();', 'chance by its long name'],
  ['export const get = () => fetch(url);', 'the network'],
  ['export const mode = process.env.MODE;', 'the environment'],
])('finds %s (%s)', (line) => {
  expect(plant(purityRule, { ...house, [pure]: `\n${line}` })).toEqual([`${pure}:2`]);
});

test.each([
  ["import type { Pool } from 'pg';", 'a type'],
  ["import { type Clock } from '../platform/clock/index.ts';", 'a type of a worldly door'],
  ["import { createHash } from 'node:crypto';", 'the pure part of a builtin'],
  ["import { AppError } from '../platform/errors/index.ts';", 'a pure value of platform'],
  ["import { toName } from './index.ts';", 'a pure value of a door that also offers worldly ones'],
  ["import { parse } from '@throughline/github';", 'a pure value of a package'],
  ['export const day = (at: Date) => new Date(at);', 'a date made of an argument'],
])('leaves %s alone (%s)', (line) => {
  expect(plant(purityRule, { ...house, [pure]: line })).toEqual([]);
});

test.each([
  'people/x.jobs.ts',
  'platform/x/y.ts',
  'http/server.ts',
  'main.ts',
  'people/x.db.test.ts',
  'people/index.ts',
])('lets %s touch the world', (path) => {
  expect(plant(purityRule, { [`apps/server/src/${path}`]: "import { readFile } from 'node:fs';" })).toEqual(
    [],
  );
});
