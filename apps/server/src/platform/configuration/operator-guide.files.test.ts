import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkoutFolder } from './checkout.ts';
import { variables } from './variables.data.ts';

test('the operator’s guide names every variable and no other', async () => {
  const guide = await readFile(join(checkoutFolder, 'docs/operator-guide.md'), 'utf8');

  const named = [...guide.matchAll(/^\| `(?<name>[A-Z_]+)` \|/gm)].map((match) => match.groups?.['name']);

  expect(new Set(named)).toEqual(new Set(Object.keys(variables)));
  expect(named).toHaveLength(Object.keys(variables).length);
});
