import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkoutFolder } from '../platform/configuration/index.ts';
import { notTold, storedKinds } from './stored-kinds.data.ts';

interface DescribedTable {
  readonly table: string;
  readonly isPersonal: boolean;
  readonly kept: string;
}

const described: readonly DescribedTable[] = readFileSync(
  join(checkoutFolder, 'docs/data-dictionary.md'),
  'utf8',
)
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, table = '', , , personal = '', kept = '']) => ({
    table: table.replaceAll('`', ''),
    isPersonal: personal !== '—',
    kept,
  }));

it('tells of every table that holds something about somebody, or says why not', () => {
  const told = new Set([...storedKinds.flatMap(({ tables }) => tables), ...Object.keys(notTold)]);
  const personal = described.filter(({ isPersonal }) => isPersonal).map(({ table }) => table);

  expect(personal.filter((table) => !told.has(table))).toEqual([]);
  expect([...told].filter((table) => !described.some((each) => each.table === table))).toEqual([]);
});

it('says how long each kind is kept in the data dictionary’s words', () => {
  for (const { id, tables, kept } of storedKinds) {
    const table = described.find((each) => each.table === tables[0]);
    expect([id, kept]).toEqual([id, `kept ${table?.kept}`]);
  }
});
