import { expect, test } from 'vitest';
import { plant } from '../testing/plant.ts';
import { sqlLevelRule } from './sql-level.ts';

const people = 'apps/server/src/people/a.sql.ts';
const house = { 'docs/data-dictionary.md': '## people\n| `person` |\n## activity\n| `pull_request` |' };

test.each([
  ['select name from person where', 'a statement that ends early'],
  ['update person set name = old.name returning with (old as o) o.name', 'PostgreSQL 18'],
  ["select * from json_table('{}', '$' columns (a int))", 'PostgreSQL 17'],
  ['SELECT name FROM person', 'upper case'],
  ['select name from person where person_id = $1', 'a parameter without a type'],
  ['select name from person where person_id = any($1)', 'one in any'],
  ['insert into person (name) values ($1)', 'one among values'],
  ['select name from person limit $1', 'one behind limit'],
  ['select now()', "the database's own clock"],
  ['update person set at = current_timestamp', 'the same by its standard name'],
  ['alter table person add column seen_at timestamp', 'an instant without a zone'],
  ['select 1 from pull_request for update skip locked', 'skip locked on activity'],
  ['select 1 from pull_request group by grouping sets ((a), (b))', 'grouping sets on activity'],
  ['select 1 from pull_request group by rollup (a)', 'rollup on activity'],
  ['with recursive x as (select 1 from pull_request) select 1 from x', 'recursion over activity'],
  ["create type role as enum ('member')", 'an enum'],
  ['create extension postgis', 'a third extension'],
])('finds %s (%s)', (text) => {
  expect(plant(sqlLevelRule, { ...house, [people]: `f(\`${text}\`);` })).toEqual([`${people}:1`]);
});

test.each([
  'select name from person where person_id = any($1::bigint[]) limit $2::integer',
  'select "Name" from person where name = \'ANNA\' -- A Person',
  'select 1 from person for update skip locked',
  'update person set at = app_now()',
  'select $1::date::timestamp at time zone $2::text',
  'alter table person add column seen_at timestamptz',
  'create extension pg_trgm',
])('leaves %s alone', (text) => {
  expect(plant(sqlLevelRule, { ...house, [people]: `f(\`${text}\`);` })).toEqual([]);
});

test('reads migrations and views, and names the line where the parser stumbled', () => {
  const migration = 'create table person (\n  person_id bigint,\n  name txt not nul\n);';
  const files = {
    'db/migrations/0002-people.sql': migration,
    'db/views/activity.sql': 'create trigger t before update on pull_request execute function f();',
    'db/migrations/0003-people.sql': 'alter table person add foreign key (a) references person (b);',
  };

  expect(plant(sqlLevelRule, { ...house, ...files })).toEqual([
    'db/migrations/0002-people.sql:3',
    'db/views/activity.sql:1',
    'db/migrations/0003-people.sql:1',
  ]);
});
