import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { databaseFolder } from '../../configuration/index.ts';
import { testDatabase } from '../testing/index.ts';
import { dumpSchema } from './dump-schema.ts';

const database = await testDatabase();

test('db/schema.sql is what the migrations and views make (npm run schema writes it anew)', async () => {
  const committed = await readFile(join(databaseFolder, 'schema.sql'), 'utf8');

  expect(committed).toBe(await dumpSchema(database));
});

test('the dump holds columns, constraints, indexes, views and functions, and the same each time', async () => {
  await database.query(
    'create table zebra (zebra_id bigint generated always as identity, name text not null default $$x$$)',
  );
  await database.query('alter table zebra add constraint zebra_pk primary key (zebra_id)');
  await database.query('alter table zebra add constraint zebra_named check (name <> $$$$)');
  await database.query('create index zebra_name_idx on zebra (name)');
  await database.query('create view v_zebra as select name from zebra');

  const dump = await dumpSchema(database);

  expect(dump).toContain(
    `create table zebra (
  zebra_id bigint not null generated always as identity,
  name text not null default 'x'::text,
  constraint zebra_pk PRIMARY KEY (zebra_id),
  constraint zebra_named CHECK ((name <> ''::text))
);`,
  );
  expect(dump).toContain('CREATE INDEX zebra_name_idx ON public.zebra USING btree (name);');
  expect(dump).toContain('create view v_zebra as\n SELECT name\n   FROM zebra;');
  expect(dump).toContain('FUNCTION public.app_now()');
  expect(await dumpSchema(database)).toBe(dump);
});
