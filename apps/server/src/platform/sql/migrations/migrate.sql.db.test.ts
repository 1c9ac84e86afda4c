import { expect, test } from 'vitest';
import { createDatabase } from '../database.ts';
import { emptyDatabase, type TestDatabase } from '../testing/index.ts';
import { migrate } from './migrate.ts';
import { toMigration } from './migration.ts';
import { type MigrationFiles, toMigrationFiles } from './migration-files.ts';

const platform = toMigration(
  '0001-platform.sql',
  `create table schema_migration (number integer primary key, name text, sha256 text, applied_at timestamptz default now());
  create table schema_views (is_only_row boolean primary key default true, sha256 text, created_at timestamptz default now());`,
);
const thing = toMigration('0002-thing.sql', 'create table thing (thing_id bigint primary key, name text);');

const withViews = (
  views: Readonly<Record<string, string>>,
  ...more: Parameters<typeof toMigrationFiles>[0]
): MigrationFiles =>
  toMigrationFiles(
    [platform, thing, ...more],
    Object.entries(views).map(([name, text]) => ({ name, text })),
  );

const loadApplied = async (database: TestDatabase): Promise<number[]> =>
  (await database.query<{ number: number }>('select number from schema_migration order by number')).map(
    ({ number }) => number,
  );

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

test('applies what is new, in order, once', async () => {
  const database = await emptyDatabase();
  const applied: string[] = [];
  const options = { onApplied: (name: string) => applied.push(name) };

  await migrate(database.url, withViews({}), options);
  await migrate(database.url, withViews({}), options);

  expect(applied).toEqual(['0001-platform.sql', '0002-thing.sql']);
  expect(await loadApplied(database)).toEqual([1, 2]);
});

test('a migration that fails leaves nothing behind, and the ones before it stay', async () => {
  const database = await emptyDatabase();
  const broken = toMigration('0003-broken.sql', 'create table half (id bigint);\nselect 1 / 0;');

  const failure = await failureOf(migrate(database.url, withViews({}, broken)));

  expect(failure).toMatchObject({
    message: expect.stringContaining(
      'db/migrations/0003-broken.sql failed and left nothing behind: division by zero',
    ),
  });
  expect(await loadApplied(database)).toEqual([1, 2]);
  expect(await database.query("select to_regclass('half') as half")).toEqual([{ half: null }]);
});

test('a concurrent index is built outside a transaction, while others wait for the lock', async () => {
  const database = await emptyDatabase();
  const index = toMigration(
    '0003-index.sql',
    '-- no-transaction\ndrop index concurrently if exists thing_name_idx;\ncreate index concurrently thing_name_idx on thing (name);',
  );

  await Promise.all(Array.from({ length: 5 }, () => migrate(database.url, withViews({}, index))));

  expect(await loadApplied(database)).toEqual([1, 2, 3]);
  expect(await database.query("select to_regclass('thing_name_idx')::text as name")).toEqual([
    { name: 'thing_name_idx' },
  ]);
});

test('views are made after the tables, whatever order they need among each other', async () => {
  const database = await emptyDatabase();

  await migrate(
    database.url,
    withViews({
      'a.sql': 'create view v_top as select * from v_bottom;',
      'b.sql': 'create view v_bottom as select thing_id from thing;',
    }),
  );

  expect(await database.query('select * from v_top')).toEqual([]);
});

test('views are made anew when their text changed, and left alone when it did not', async () => {
  const database = await emptyDatabase();
  const loadOid = () => database.query<{ oid: number }>("select 'v_thing'::regclass::oid as oid");
  await migrate(database.url, withViews({ 'a.sql': 'create view v_thing as select thing_id from thing;' }));
  const first = await loadOid();

  await migrate(database.url, withViews({ 'a.sql': 'create view v_thing as select thing_id from thing;' }));
  const second = await loadOid();
  await migrate(database.url, withViews({ 'a.sql': 'create view v_thing as select name from thing;' }));

  expect(second).toEqual(first);
  expect(await loadOid()).not.toEqual(first);
});

test('a view that is refused is named, and the old ones stay', async () => {
  const database = await emptyDatabase();
  await migrate(database.url, withViews({ 'a.sql': 'create view v_thing as select thing_id from thing;' }));

  const failure = await failureOf(
    migrate(database.url, withViews({ 'a.sql': 'create view v_thing as select nothing from thing;' })),
  );

  expect(failure).toMatchObject({
    fileName: 'a.sql',
    message: expect.stringContaining('db/views/a.sql failed'),
  });
  expect(await database.query('select * from v_thing')).toEqual([]);
});

test('a newer schema is refused and nothing is changed', async () => {
  const database = await emptyDatabase();
  await migrate(database.url, withViews({}, toMigration('0003-later.sql', 'select 1;')));

  const failure = await failureOf(
    migrate(database.url, withViews({ 'a.sql': 'create view v_thing as select 1 as one;' })),
  );

  expect(failure).toMatchObject({ code: 'database-newer' });
  expect(await database.query("select to_regclass('v_thing') as view")).toEqual([{ view: null }]);
});

test('a database with tables of something else is refused and left as it was', async () => {
  const database = await emptyDatabase();
  await database.query('create table invoice (id bigint)');

  const failure = await failureOf(migrate(database.url, withViews({})));

  expect(failure).toMatchObject({
    code: 'database-foreign',
    message: expect.stringContaining('the first is invoice'),
  });
  expect(await database.query("select to_regclass('schema_migration') as found")).toEqual([{ found: null }]);
});

test('a database that cannot be reached is said with the reason', async () => {
  const failure = await failureOf(migrate('postgres://nobody:hunter2@127.0.0.1:1/none', withViews({})));

  expect(failure).toMatchObject({
    code: 'database-unreachable',
    message: expect.stringContaining('ECONNREFUSED'),
  });
  expect(String(failure)).not.toContain('hunter2');
});

test('a table in use is waited for without holding up those who come later', async () => {
  const database = await emptyDatabase();
  await migrate(database.url, withViews({}));
  const reader = createDatabase(database.url);
  const column = toMigration('0003-column.sql', 'alter table thing add column age integer;');

  const migrated = await reader.transaction(async (tx) => {
    await tx.query('select * from thing');
    const running = migrate(database.url, withViews({}, column));
    await tx.query('select pg_sleep(0.2)');
    return { running };
  });
  await migrated.running;
  await reader.close();

  expect(await loadApplied(database)).toEqual([1, 2, 3]);
});
