import { expect, test } from 'vitest';
import { openRotatingBox } from '../platform/secrets/testing/rotate-in-test.ts';
import { testDatabase } from '../platform/sql/testing/index.ts';
import { quarantine } from './reading/quarantine.sql.ts';
import { ingestionSealedColumns } from './sealed-columns.data.ts';

const database = await testDatabase();

test('samples of what could not be read open where they stand after a rotation of the keys', async () => {
  const { box, rotate } = await openRotatingBox(database, ingestionSealedColumns);
  const oldKeyId = box.currentKeyId;
  const [repository] = await database.query<{ repository_id: number }>(
    `with host as (
       insert into host (kind, base_url, name)
       values ('github.com', 'https://github.com', 'github.com')
       returning host_id),
     organisation as (
       insert into organisation (host_id, github_id, login, observed_at)
       select host_id, 1, 'acme', app_now() from host
       returning organisation_id, host_id)
     insert into repository (
       host_id, organisation_id, github_id, node_id, owner_login, name, visibility, is_archived, is_fork,
       source_version, observed_at)
     select host_id, organisation_id, 1, 'R_1', 'acme', 'api', 'private', false, false, app_now(), app_now()
     from organisation
     returning repository_id`,
  );
  const repositoryId = repository?.repository_id ?? 0;
  await quarantine(database, box, repositoryId, [
    { key: '7', nodeId: undefined, reason: 'unreadable', detail: 'x', sample: { title: 'seven' } },
  ]);

  await rotate();

  const [held] = await database.query<{ sample_sealed: string }>(
    'select sample_sealed from quarantined_record',
  );
  const place = {
    table: 'quarantined_record',
    column: 'sample_sealed',
    row: `${repositoryId}/pull-requests/7`,
  };
  await expect.poll(() => box.keyIds).not.toContain(oldKeyId);
  expect(JSON.parse(box.open(held?.sample_sealed ?? '', place))).toEqual({ title: 'seven' });
});
