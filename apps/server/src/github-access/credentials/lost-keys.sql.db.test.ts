import { expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { callForNewCredentials } from './lost-keys.sql.ts';

const database = await testDatabase();

test('connections whose credential was sealed with a lost key need attention, the others stay as they are', async () => {
  await database.query(`
    with host as (
      insert into host (kind, base_url, name) values ('github.com', 'https://github.com', 'github.com')
      returning host_id),
    organisation as (
      insert into organisation (host_id, github_id, login, observed_at)
      select host_id, number, 'org-' || number, app_now() from host, generate_series(1, 2) as number
      returning organisation_id, host_id, github_id, login),
    connection as (
      insert into connection (organisation_id, name, repository_choice)
      select organisation_id, login, 'all' from organisation
      returning connection_id, name),
    credential as (
      insert into credential (
        host_id, kind, secret_sealed, bucket_owner, login, account_kind, checked_at, report)
      select host_id, 'classic-token', 'v1.key-' || github_id || '.n.c.t', 'ada', login, 'person', app_now(), '{}'
      from organisation
      returning credential_id, login)
    insert into connection_credential (connection_id, credential_id, role)
    select connection_id, credential_id, 'read'
    from connection
    join credential on credential.login = connection.name`);

  await callForNewCredentials(database, ['key-2']);

  const connections = await database.query(
    'select name, state, attention_code from connection order by name',
  );
  expect(connections).toEqual([
    { name: 'org-1', state: 'active', attention_code: null },
    { name: 'org-2', state: 'needs-attention', attention_code: 'key-file-wrong' },
  ]);
});
