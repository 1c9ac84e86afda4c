import { expect, test } from 'vitest';
import { plant } from '../testing/plant.ts';
import { sqlPlaceRule } from './sql-place.ts';

const pure = 'apps/server/src/people/a.ts';
const sql = 'apps/server/src/people/a.sql.ts';

test.each([
  [pure, "sql.query('select name from person');"],
  ['apps/server/src/people/a.routes.ts', 'sql.query(`delete from person where person_id = ${id}`);'],
  ['apps/server/src/people/a.jobs.ts', "import { text } from './a.sql.ts'; await sql.query(text);"],
  ['apps/server/src/http/a.ts', "const text = 'update person set ' + name + ' = 1';"],
])('finds SQL where none belongs: %s %s', (path, text) => {
  expect(plant(sqlPlaceRule, { [path]: text })).toEqual([`${path}:1`]);
});

test.each([
  'f(`select name from person where name = ${name}`);',
  "f('select name from person where name = ' + name);",
  'f(`select name\nfrom ${table}`);',
  'const filterSql = `where name = ${name}`;',
])('finds a value in the text of SQL: %j', (text) => {
  const line = text.split('\n').length;

  expect(plant(sqlPlaceRule, { [sql]: text })).toEqual([`${sql}:${line}`]);
});

test.each([
  [sql, "f('select name from person where person_id = $1::bigint', [id]);"],
  [sql, "const columns = 'name, slug';\nf(`select ${columns} from person`);"],
  [sql, 'const most = 50;\nf(`select name from person limit ${most}`);'],
  [sql, 'f(`select name from person ${orderSql} limit ${toLimitSql(page)}`);'],
  [sql, 'throw new Error(`With ${name} nothing can be done`);'],
  ['apps/server/src/people/a.routes.ts', 'const { period } = request.query; load(sql, period);'],
  [pure, "throw new Error('Select a person from the list.');"],
  [pure, "const words = 'with a person from here';"],
  ['apps/server/src/platform/sql/a.ts', 'f(`create database ${name}`);'],
  ['apps/server/src/people/a.db.test.ts', 'f(`select name from person where name = ${name}`);'],
])('leaves %s alone: %s', (path, text) => {
  expect(plant(sqlPlaceRule, { [path]: text })).toEqual([]);
});

test('tells a hole in a constant once, where it stands', () => {
  const text =
    'const page = `name = ${name}`;\nf(`select name from person where ${page}`);\nf(`select slug from person where ${page}`);';

  expect(plant(sqlPlaceRule, { [sql]: text })).toEqual([`${sql}:1`]);
});
