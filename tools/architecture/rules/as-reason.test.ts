import { expect, test } from 'vitest';
import { plant } from '../testing/plant.ts';
import { asReasonRule } from './as-reason.ts';

const path = 'apps/server/src/people/a.ts';

test.each([
  'const a = x as string;',
  'const a = <string>x;',
  'const a = x as unknown as string;',
  'const a = x as string; // as we know',
  '// as: reason too far away\n\nconst a = x as string;',
])('finds %j', (text) => {
  expect(plant(asReasonRule, { [path]: text })).toEqual([`${path}:${text.split('\n').length}`]);
});

test.each([
  'const a = [1] as const;',
  'const a = x as unknown;',
  'const a = x as string; // as: zod has just parsed it',
  '// as: zod has just parsed it\nconst a = x as string;',
  "import { a as b } from './b.ts';\nexport { b as c };",
  'const a = { b: 1 } satisfies B;',
])('leaves %j alone', (text) => {
  expect(plant(asReasonRule, { [path]: text })).toEqual([]);
});

test('lets tests assert what they like', () => {
  expect(plant(asReasonRule, { 'apps/server/src/people/a.test.ts': 'const a = x as string;' })).toEqual([]);
});
