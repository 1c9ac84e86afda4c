import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkoutFolder } from '../../configuration/index.ts';
import { testDatabase } from '../testing/index.ts';
import { type DictionaryEntry, parseDictionary } from './parse-dictionary.ts';

interface CatalogueTable {
  readonly table: string;
  readonly columns: readonly string[];
  /** The columns of each unique index, the primary key's among them. */
  readonly keys: readonly (readonly string[])[];
}

const database = await testDatabase();
const catalogue = await database.query<CatalogueTable>(`
  select
    c.relname::text as table,
    array(
      select a.attname::text
      from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    ) as columns,
    coalesce(
      (
        select jsonb_agg(names)
        from (
          select array(
            select a.attname::text
            from unnest(x.indkey) with ordinality as k (attnum, place)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
            order by place
          ) as names
          from pg_index x
          where x.indrelid = c.oid and x.indisunique
        ) as unique_indexes
      ),
      '[]'::jsonb
    ) as keys
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  order by c.relname`);
const dictionary = parseDictionary(await readFile(join(checkoutFolder, 'docs/data-dictionary.md'), 'utf8'));

const findEntry = (table: string): DictionaryEntry | undefined =>
  dictionary.find((entry) => entry.table === table);

test('every table is described, once, and nothing else is', () => {
  expect(dictionary.map(({ table }) => table).toSorted()).toEqual(catalogue.map(({ table }) => table));
});

test('every described row says its slice and how long it is kept', () => {
  expect(
    dictionary.filter(({ slice, kept, version }) => slice === '' || kept === '' || version === ''),
  ).toEqual([]);
});

test.each(catalogue)('$table: its key is one, and its columns are there', ({ table, columns, keys }) => {
  const entry = findEntry(table);
  const versions = entry?.version.match(/\b\w+_(?:at|version)\b/g) ?? [];

  expect(keys.map((key) => key.toSorted())).toContainEqual(entry?.key.toSorted());
  expect(columns).toEqual(expect.arrayContaining([...(entry?.personal ?? []), ...versions]));
});

test.each(catalogue)('$table: columns that say who somebody is are called personal', ({ table, columns }) => {
  const named = columns.filter((column) => /(^|_)email$|_account_id$|_by$/.test(column));

  expect(findEntry(table)?.personal ?? []).toEqual(expect.arrayContaining(named));
});
