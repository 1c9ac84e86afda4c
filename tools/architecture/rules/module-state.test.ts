import { expect, test } from 'vitest';
import { plant } from '../testing/plant.ts';
import { moduleStateRule } from './module-state.ts';

const path = 'apps/web/src/people/a.ts';

test.each([
  'let count = 0;',
  'export let count = 0;',
  'var count = 0;',
  'const cache = new Map<string, number>();',
  'export const seen: string[] = [];',
])('finds %s', (text) => {
  expect(plant(moduleStateRule, { [path]: text })).toEqual([`${path}:1`]);
});

test.each([
  'const roles = new Set(["member"]);',
  'export function next() { let n = 0; const seen = new Map(); return n + seen.size; }',
  'export const words = ["a"];',
  'export const places: readonly string[] = [];',
  'const known: ReadonlyMap<string, string> = new Map();',
])('leaves %s alone', (text) => {
  expect(plant(moduleStateRule, { [path]: text })).toEqual([]);
});
