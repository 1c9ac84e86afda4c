import { craftRepository } from '@throughline/github-emulator';
import { beforeEach, describe, expect, test } from 'vitest';
import { setPaused } from '../../github-access/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { saveSweep } from '../sweep/sweep.sql.ts';
import { writeLog } from '../sync-log.sql.ts';
import { runningJob, startStory } from '../testing/start-story.ts';
import { forgetReading } from './forget-reading.jobs.ts';
import { planReading } from './plan-reading.jobs.ts';

const database = await testDatabase();
const story = await startStory(database, {
  sources: ['api', 'web', 'notes'].map((name) =>
    craftRepository({ fullName: `acme/${name}`, admins: ['ada'], pulls: 1 }),
  ),
});
await story.discover();

/** What is in the queue, most urgent first. */
const loadQueued = async (): Promise<readonly string[]> =>
  (
    await database.query<{ told: string }>(
      `select job.name || coalesce(' ' || repository.name, '') as told
       from pgboss.job
       left join repository on repository.repository_id = (job.data ->> 'repositoryId')::bigint
       where job.state = 'created'
       order by job.priority desc, told`,
    )
  ).map(({ told }) => told);

const plan = async (): Promise<readonly string[]> => {
  await database.query('delete from pgboss.job');
  await planReading(story.deps, {}, runningJob);
  return loadQueued();
};

beforeEach(async () => {
  await story.clock.shift(0);
  await setPaused(database, story.connectionId, false);
  await database.query(
    `update repository_sync
     set phase = 'recent', cursor = null, expected_at = null, read_at = null, completed_at = null`,
  );
  await database.query(
    'update connection_sync set discovered_at = app_now(), expected_at = null, swept_at = app_now(), sweep_expected_at = null, sweep_failing_since = null',
  );
  await database.query('update repository_sync set changed_at = null');
});

describe('the plan', () => {
  test('queues what is not read yet, the newest 30 days before history, once', async () => {
    await database.query(
      `update repository_sync set phase = 'history', cursor = 'x' where repository_id = $1::bigint`,
      [await story.repositoryId('api')],
    );

    const first = await plan();
    const second = await plan();

    expect(first).toEqual([
      'read-repository notes',
      'read-repository web',
      'read-repository api',
      'plan-reading',
    ]);
    expect(second).toEqual(['plan-reading']);
  });

  test('queues again what was lost', async () => {
    await plan();
    await story.clock.shift(11);
    await database.query('update connection_sync set discovered_at = app_now(), swept_at = app_now()');

    expect(await plan()).toHaveLength(4);
  });

  test('looks which repositories have changed every nine minutes, and lists them every three hours', async () => {
    await database.query(`update repository_sync set phase = 'incremental', read_at = app_now()`);
    await database.query('update connection_sync set swept_at = app_now(), sweep_expected_at = null');
    const before = await plan();
    await story.clock.shift(9.1);
    const afterNine = await plan();
    await story.clock.shift(60);
    await database.query('update connection_sync set swept_at = app_now(), sweep_expected_at = null');
    const afterAnHour = await plan();
    await story.clock.shift(112);

    expect(before).toEqual(['plan-reading']);
    expect(afterNine).toEqual(['plan-reading', 'sweep-repositories']);
    expect(afterAnHour).not.toContain('discover-repositories');
    expect(await plan()).toEqual(expect.arrayContaining(['discover-repositories', 'sweep-repositories']));
  });

  test('queues what a sweep found changed, and what sweeps did not find for half an hour', async () => {
    await database.query(`update repository_sync set phase = 'incremental', read_at = app_now()`);
    await database.query(
      `update repository_sync set changed_at = read_at + interval '1 second' where repository_id = $1::bigint`,
      [await story.repositoryId('web')],
    );

    const changed = await plan();
    await story.clock.shift(31);
    await database.query('update connection_sync set swept_at = app_now()');

    expect(changed).toEqual(['read-repository web', 'plan-reading']);
    expect(await plan()).toEqual(expect.arrayContaining(['read-repository api', 'read-repository notes']));
  });

  test('has one sweep tell what changed after a night in which nobody looked', async () => {
    await database.query(`update repository_sync set phase = 'incremental', read_at = app_now()`);
    await story.clock.shift(8 * 60);

    const queued = await plan();

    expect(queued).toContain('sweep-repositories');
    expect(queued.filter((told) => told.startsWith('read-repository'))).toEqual([]);
  });

  test('reads every repository by time while sweeps have failed for half an hour', async () => {
    await database.query(`update repository_sync set phase = 'incremental', read_at = app_now()`);
    await saveSweep(database, story.connectionId, { isSwept: false, failures: 1 });
    await story.clock.shift(20);
    await saveSweep(database, story.connectionId, { isSwept: false, failures: 2 });
    const soon = await plan();
    await story.clock.shift(31);
    const lasting = await plan();
    await saveSweep(database, story.connectionId, { isSwept: true });
    await database.query('update repository_sync set expected_at = null, read_at = app_now()');

    expect(soon).not.toContain('read-repository api');
    expect(lasting).toContain('read-repository api');
    expect(await plan()).not.toContain('read-repository api');
  });

  test('leaves a paused connection alone', async () => {
    await setPaused(database, story.connectionId, true);
    await story.clock.shift(11);

    expect(await plan()).toEqual(['plan-reading']);
  });

  test('queues the look-up of what was contradicted, after ten seconds', async () => {
    await database.query(`update repository_sync set phase = 'incremental', read_at = app_now()`);
    await database.query('insert into look_again (repository_id, number) values ($1::bigint, 1)', [
      await story.repositoryId('api'),
    ]);
    const before = await plan();
    await story.clock.shift(0.2);

    expect(before).toEqual(['plan-reading']);
    expect(await plan()).toEqual(['look-up-pull-requests api', 'plan-reading']);
  });
});

describe('forgetting', () => {
  test('removes what is kept only so long, and nothing younger', async () => {
    const id = await story.repositoryId('api');
    const { connectionId } = story;
    await writeLog(database, { connectionId, kind: 'progress', text: 'Long ago' });
    await database.query(
      `insert into quarantined_record (repository_id, data, key, reason, detail, sample_sealed)
       values ($1::bigint, 'pull-requests', '9', 'unreadable', 'No.', 'sealed')`,
      [id],
    );
    await story.clock.shift(4 * 24 * 60);
    await forgetReading(story.deps, {}, runningJob);
    const [kept] = await database.query('select sample_sealed, resolved_at from quarantined_record');
    await story.clock.shift(91 * 24 * 60);
    await writeLog(database, { connectionId, kind: 'progress', text: 'Just now' });
    await forgetReading(story.deps, {}, runningJob);

    expect(kept).toEqual({ sample_sealed: null, resolved_at: null });
    expect(await database.query('select text from sync_log')).toEqual([{ text: 'Just now' }]);
    expect(await database.query('select from change')).toEqual([]);
  });

  test('wipes a tested token that no connection took up after a day, and never one in use', async () => {
    const [used] = await database.query<{ credential_id: number }>('select credential_id from credential');
    const [draft] = await database.query<{ credential_id: number }>(
      `insert into credential (
         host_id, kind, secret_sealed, bucket_owner, login, account_kind, checked_at, report, created_at)
       values ($1::bigint, 'classic-token', 'sealed', 'user:kim', 'kim', 'person', app_now(), '{}', app_now())
       returning credential_id`,
      [story.hostId],
    );
    const loadIds = async () =>
      (
        await database.query<{ credential_id: number }>('select credential_id from credential order by 1')
      ).map((row) => row.credential_id);
    await story.clock.shift(23 * 60);
    await forgetReading(story.deps, {}, runningJob);
    const early = await loadIds();
    await story.clock.shift(2 * 60);
    await forgetReading(story.deps, {}, runningJob);

    expect(early).toEqual([used!.credential_id, draft!.credential_id]);
    expect(await loadIds()).toEqual([used!.credential_id]);
  });

  test('forgets what was spent of quotas 30 days ago', async () => {
    await database.query(
      `insert into quota_spend (host_id, bucket_owner, resource, lane, hour_at)
       select $1::bigint, 'user:kim', 'core', 'lookup', date_trunc('hour', app_now()) - age.days * interval '1 day'
       from unnest(array[29, 31]) as age (days)`,
      [story.hostId],
    );

    await forgetReading(story.deps, {}, runningJob);

    expect(await database.query(`select from quota_spend where bucket_owner = 'user:kim'`)).toHaveLength(1);
  });
});
