import { expect, test } from 'vitest';
import { plant } from '../testing/plant.ts';
import { sqlOwnersRule } from './sql-owners.ts';

const path = 'apps/server/src/people/a.sql.ts';
const house = {
  'docs/data-dictionary.md': [
    '## access\n| `app_user` | user_id |',
    '## people\n| `person` | person_id |',
    '## activity\n| `pull_request` | number |',
  ].join('\n\n'),
  'db/views/access.sql': 'create view v_user as select user_id from app_user;',
  'db/views/activity.sql': 'create view v_pull_request as select number from pull_request;',
};

test.each([
  ["f('select 1 from app_user');", "a lower slice's table"],
  ["f('select 1 from person join pull_request on true');", "a higher slice's table, joined"],
  ["f('insert into app_user values (1)');", 'a write'],
  ["f('with recent as (select 1 from app_user) select 1 from recent');", 'inside a with'],
  ["f('delete from person using app_user');", 'in using'],
  ["f('select (select max(user_id) from app_user)');", 'in a subquery'],
  ["f('select 1 from person, app_user');", 'behind a comma'],
  ["f('truncate app_user');", 'truncated'],
  ["f('drop table app_user');", 'dropped'],
  ["f('select 1 from v_pull_request');", "a higher slice's view"],
  ["f('select 1 from persom');", 'a table nobody owns'],
  ["const joinSql = 'join app_user on true';", 'in a fragment'],
  ["const table = 'app_user';\nf(`select 1 from ${table}`);", 'by a constant'],
  ['f(`select 1 from person ${joinSql} join app_user using (id)`);', 'beside a hole'],
])('finds %s (%s)', (text) => {
  expect(plant(sqlOwnersRule, { ...house, [path]: text })).toEqual([`${path}:${text.split('\n').length}`]);
});

test('lets platform alone look into the job queue’s own tables', () => {
  const text = "f('select 1 from pgboss.job');";
  const own = 'apps/server/src/platform/jobs/a.sql.ts';

  expect(plant(sqlOwnersRule, { ...house, [own]: text, [path]: text })).toEqual([`${path}:1`]);
});

test.each([
  ["f('select 1 from person join v_user using (user_id)');", 'its own table and a view below'],
  ["f('with app as (select 1) select 1 from app');", 'a name of its own with'],
  ["f('select 1 from unnest($1::int[]) as given (id) join generate_series(1, 2) on true');", 'functions'],
  ["f('select 1 from pg_class');", 'the catalogue'],
  ["throw new Error('come from app_user');", 'words'],
  [
    "const found = 'select 1 as a';\nconst page = 'select a from found';\nf(`with found as (${found}) ${page}`);",
    'a constant that selects from what another constant defines',
  ],
])('leaves %s alone (%s)', (text) => {
  expect(plant(sqlOwnersRule, { ...house, [path]: text })).toEqual([]);
});

test("finds a view over another slice's table", () => {
  const views = { 'db/views/people.sql': 'create view v_x as select 1 from person, app_user;' };

  expect(plant(sqlOwnersRule, { ...house, ...views })).toEqual(['db/views/people.sql:1']);
});

test('is not silent when the dictionary cannot be read', () => {
  const planted = { ...house, 'docs/data-dictionary.md': '# Tables' };

  expect(plant(sqlOwnersRule, planted)).toEqual(['docs/data-dictionary.md:1']);
});
