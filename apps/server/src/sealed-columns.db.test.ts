import { expect, test } from 'vitest';
import { testDatabase } from './platform/sql/testing/index.ts';
import { listSealedColumns } from './sealed-columns.ts';

const database = await testDatabase();

test('every column of sealed texts is told by its slice, but for the check of the keys themselves', async () => {
  const columns = await database.query<{ name: string }>(
    `select table_name || '.' || column_name as name
     from information_schema.columns
     where table_schema = 'public'
       and column_name like '%\\_sealed'
       and table_name <> 'encryption_key_check'
     order by 1`,
  );

  const told = listSealedColumns().map(({ tableSql, columnSql }) => `${tableSql}.${columnSql}`);

  expect(columns.map(({ name }) => name)).toEqual(told.toSorted());
});
