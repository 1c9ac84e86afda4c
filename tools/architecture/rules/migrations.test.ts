import { expect, test } from 'vitest';
import { plant } from '../testing/plant.ts';
import { migrationsRule } from './migrations.ts';

const table = 'create table person (person_id bigint);';

test.each([
  [['0001-platform.sql', '0003-people.sql'], ['0003-people.sql']],
  [['0001-platform.sql', '0001-people.sql'], ['0001-platform.sql']],
  [['0001-platform.sql', '2-people.sql'], ['2-people.sql']],
  [['0001-platform.sql', '0002_people.sql'], ['0002_people.sql']],
  [['0001-platform.sql', 'undo.md'], ['undo.md']],
])('refuses the numbers of %j', (names, refused) => {
  const planted = Object.fromEntries(names.map((name) => [`db/migrations/${name}`, table]));

  expect(plant(migrationsRule, planted)).toEqual(refused.map((name) => `db/migrations/${name}:1`));
});

test('finds a view in a migration and a view without its mark', () => {
  const planted = {
    'db/migrations/0001-people.sql': 'create view v_person as select 1;',
    'db/views/people.sql': 'create view person_name as select 1;',
  };

  expect(plant(migrationsRule, planted)).toEqual([
    'db/migrations/0001-people.sql:1',
    'db/views/people.sql:1',
  ]);
});

test('finds a foreign key from outside into activity, save to repository', () => {
  const planted = {
    'docs/data-dictionary.md': '## activity\n| `pull_request` |\n| `repository` |\n## people\n| `person` |',
    'db/migrations/0001-work.sql':
      'create table a (x int, constraint a_fk foreign key (x) references pull_request (x));',
    'db/migrations/0002-work.sql': 'create table b (x int constraint b_fk references repository (x));',
    'db/migrations/0003-activity.sql': 'create table c (x int constraint c_fk references pull_request (x));',
  };

  expect(plant(migrationsRule, planted)).toEqual(['db/migrations/0001-work.sql:1']);
});

test('leaves good numbers and names alone', () => {
  const planted = {
    'db/migrations/0001-platform.sql': table,
    'db/migrations/0002-people.sql': table,
    'db/views/people.sql': 'create view v_person as select 1;',
  };

  expect(plant(migrationsRule, planted)).toEqual([]);
});
