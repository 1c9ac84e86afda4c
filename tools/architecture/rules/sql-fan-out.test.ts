import { expect, test } from 'vitest';
import { plant } from '../testing/plant.ts';
import { sqlFanOutRule } from './sql-fan-out.ts';

const reading = 'apps/server/src/ingestion/a.sql.ts';
const house = {
  'docs/data-dictionary.md':
    '## activity\n| `repository` |\n| `pull_request` |\n## ingestion\n| `look_again` |\n| `repository_sync` |',
  'db/views/activity.sql':
    'create view v_repository as select repository_id, name from repository; create view v_pull_request as select * from pull_request;',
  'db/views/reports.sql': 'create view v_open as select * from v_pull_request;',
};
const find = (text: string) => plant(sqlFanOutRule, { ...house, [reading]: `f(\`${text}\`);` });

test.each([
  ['insert into look_again select repository_id, number from v_pull_request', 'what is taken from all'],
  [
    'insert into look_again select repository_id, number from v_pull_request where repository_id = any($1::bigint[])',
    'from several',
  ],
  [
    'with due as (select 1 from v_pull_request), taken as (insert into look_again select 1 from due) select 1 from due',
    'a write in a with, beside the read',
  ],
  ['delete from look_again where not exists (select from v_pull_request)', 'a condition'],
  ['update look_again set number = 1 from v_open where v_open.number = 2', 'a view of a view'],
  [
    'update look_again set number = $1::integer from v_pull_request where number = $1::integer',
    'another parameter',
  ],
])('finds %s (%s)', (text) => {
  expect(find(text)).toEqual([`${reading}:1`]);
});

test.each([
  ['select 1 from v_pull_request join look_again using (repository_id)', 'a read alone'],
  ['insert into look_again select 1 from v_repository', 'a table that is everywhere'],
  [
    'delete from look_again using v_pull_request where look_again.repository_id = $1::bigint and v_pull_request.repository_id = look_again.repository_id',
    'one repository',
  ],
  [
    'delete from pull_request where number in (select number from v_open)',
    'a write of what is spread itself',
  ],
])('leaves %s alone (%s)', (text) => {
  expect(find(text)).toEqual([]);
});
