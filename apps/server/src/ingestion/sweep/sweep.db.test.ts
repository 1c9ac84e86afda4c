import { type CraftedPull, craftRepository, startEmulator } from '@throughline/github-emulator';
import { afterAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { enqueueDueReadings } from '../planning/due-readings.sql.ts';
import { loadCounts, loadSync } from '../testing/load-counts.ts';
import { type Story, startStory } from '../testing/start-story.ts';

const database = await testDatabase();

const names = ['api', 'web', 'notes'] as const;
const march = (day: number): string => `2026-03-${String(day).padStart(2, '0')}T10:00:00Z`;
const pull: CraftedPull = { createdAt: march(1), updatedAt: march(1), state: 'OPEN' };

const craft = (more: Partial<Record<(typeof names)[number], readonly CraftedPull[]>> = {}) =>
  names.map((name) =>
    craftRepository({ fullName: `acme/${name}`, admins: ['ada'], pulls: more[name] ?? [pull] }),
  );

/** An organisation of which everything has been read. */
async function startInStep(): Promise<Story> {
  const story = await startStory(database, { sources: craft() });
  await story.discover();
  for (const name of names) await story.readAll(name);
  await database.query('delete from pgboss.job');
  return story;
}

/** GitHub as it is on another day. */
async function turnTo(story: Story, more: Parameters<typeof craft>[0]): Promise<void> {
  const [token] = story.emulator.tokens;
  const emulator = await startEmulator({
    shape: 'enterprise-server',
    sources: craft(more),
    tokens: [{ kind: 'classic', login: 'ada', value: token!.value }],
  });
  afterAll(() => emulator.close());
  story.proxy.target = emulator.origin;
}

const loadQueued = async (): Promise<readonly string[]> =>
  (
    await database.query<{ told: string }>(
      `select job.name || coalesce(' ' || repository.name, '') as told
       from pgboss.job
       left join repository on repository.repository_id = (job.data ->> 'repositoryId')::bigint
       where job.state = 'created'
       order by told`,
    )
  ).map(({ told }) => told);

describe('a sweep', () => {
  test('of repositories at rest is one question, and everything is in step as of now', async () => {
    const story = await startInStep();
    await story.clock.shift(20);
    const before = story.proxy.passed.length;

    await story.sweep();

    expect(story.proxy.passed.slice(before).map(({ operation }) => operation)).toEqual(['repositorySweep']);
    expect(await loadQueued()).toEqual([]);
    expect(
      await database.query(
        `select from repository_sync
         where connection_id = $1::bigint
           and read_at < app_now() - interval '1 minute'`,
        [story.connectionId],
      ),
    ).toEqual([]);
  });

  test('of a repository at rest ends the failure of its last reading', async () => {
    const story = await startInStep();
    const id = await story.repositoryId('web');
    await database.query(
      `update repository_sync
       set wait_reason = 'primary-limit', wait_until = app_now(), failure_code = 'github-server',
           failure_text = 'GitHub failed.', failure_count = 1
       where repository_id = $1::bigint`,
      [id],
    );
    await story.clock.shift(20);

    await story.sweep();

    expect(await loadSync(database, id)).toMatchObject({
      wait_reason: null,
      failure_code: null,
      failure_count: 0,
    });
  });

  test('leaves alone a repository whose history made room for what is new and is not at its end', async () => {
    const story = await startInStep();
    const id = await story.repositoryId('web');
    await database.query(
      `update repository_sync
       set completed_at = null, history_cursor = 'h7', read_at = app_now() - interval '1 minute'
       where repository_id = $1::bigint`,
      [id],
    );
    await story.clock.shift(20);

    await story.sweep();
    await enqueueDueReadings(database, story.deps.jobs, {});

    const [row] = await database.query<{ is_left: boolean }>(
      `select read_at < app_now() - interval '5 minutes' as is_left
       from repository_sync
       where repository_id = $1::bigint`,
      [id],
    );
    expect(row).toEqual({ is_left: true });
    expect(await loadQueued()).toContain('read-repository web');
  });

  test('has the one read that changed: a late review of a merged pull request', async () => {
    const story = await startInStep();
    const id = await story.repositoryId('web');
    await turnTo(story, { web: [{ ...pull, state: 'MERGED', updatedAt: march(9), reviews: 3 }] });

    await story.sweep();
    const queued = await loadQueued();
    await story.turn('web', true);

    expect(queued).toEqual(['read-repository web']);
    expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 1, reviews: 3 });
  });

  test('of a repository whose history is being read leaves its failure and its wait alone', async () => {
    const story = await startInStep();
    const id = await story.repositoryId('web');
    await database.query(
      `update repository_sync
       set phase = 'history', cursor = 'h', completed_at = null, read_at = app_now() - interval '1 hour',
           failure_code = 'github-server', failure_text = 'Failed', failure_count = 2,
           wait_reason = 'primary-limit', wait_until = app_now() + interval '1 hour'
       where repository_id = $1::bigint`,
      [id],
    );

    await story.sweep();

    const [row] = await database.query(
      `select failure_count, wait_reason, read_at > app_now() - interval '1 minute' as is_seen
       from repository_sync
       where repository_id = $1::bigint`,
      [id],
    );
    expect(row).toEqual({ failure_count: 2, wait_reason: 'primary-limit', is_seen: true });
  });

  test('that comes while a page of history is asked for takes nothing of it back', async () => {
    const story = await startInStep();
    const id = await story.repositoryId('web');
    await database.query(
      `update repository_sync
       set phase = 'history', cursor = null, completed_at = null, read_at = app_now() - interval '1 hour'
       where repository_id = $1::bigint`,
      [id],
    );
    let isSwept = false;
    story.proxy.intercept = async ({ operation }) => {
      if (operation !== 'pullRequestsPage' || isSwept) return undefined;
      isSwept = true;
      await story.sweep();
      return undefined;
    };

    const step = await story.turn('web');

    const [row] = await database.query(
      `select completed_at is not null as is_whole, read_at > app_now() - interval '1 minute' as is_seen
       from repository_sync
       where repository_id = $1::bigint`,
      [id],
    );
    expect({ step, row }).toEqual({ step: { kind: 'done' }, row: { is_whole: true, is_seen: true } });
  });

  test('asks for the list of repositories when one is called something else', async () => {
    const story = await startInStep();
    const [repository] = await database.query<{ github_id: number }>(
      `select github_id
       from v_repository
       where repository_id = $1::bigint`,
      [await story.repositoryId('api')],
    );
    // As if it had been listed a minute ago: GitHub's clock only counts seconds.
    await database.query(`update repository set observed_at = observed_at - interval '1 minute'`);
    story.emulator.control.editRepository({
      kind: 'renamed',
      repositoryId: repository!.github_id,
      name: 'api2',
    });

    await story.sweep();
    const queued = await loadQueued();
    await story.discover();

    expect(queued).toEqual(['discover-repositories']);
    expect(await story.repositoryId('api2')).toBeGreaterThan(0);
  });

  test('asks for the list of repositories when there are more or less of them than were listed', async () => {
    const story = await startInStep();
    await story.sweep();
    const before = await loadQueued();
    const [token] = story.emulator.tokens;
    const emulator = await startEmulator({
      shape: 'enterprise-server',
      sources: [...craft(), craftRepository({ fullName: 'acme/new', admins: ['ada'], pulls: 2 })],
      tokens: [{ kind: 'classic', login: 'ada', value: token!.value }],
    });
    afterAll(() => emulator.close());
    story.proxy.target = emulator.origin;

    await story.sweep();
    const queued = await loadQueued();
    await story.discover();
    await story.readAll('new');

    expect(before).toEqual([]);
    expect(queued).toEqual(['discover-repositories']);
    expect(await loadCounts(database, await story.repositoryId('new'))).toMatchObject({ pullRequests: 2 });
  });

  test('that keeps failing because of one repository sees the others, and has that one read', async () => {
    const story = await startInStep();
    const [bad] = await database.query<{ node_id: string }>(
      'select node_id from repository where repository_id = $1::bigint',
      [await story.repositoryId('api')],
    );
    await turnTo(story, { web: [pull, pull] });
    story.proxy.intercept = ({ operation, body }) =>
      operation === 'repositorySweep' && body.includes(bad!.node_id)
        ? { status: 502, headers: {}, body: '<html>' }
        : undefined;
    const passed = () => story.proxy.passed.length;

    const before = passed();
    await story.sweep();
    const once = { asked: passed() - before, queued: await loadQueued() };
    await database.query('delete from pgboss.job');
    await story.sweep(2);

    expect(once).toEqual({ asked: 1, queued: ['sweep-repositories'] });
    expect(await loadQueued()).toEqual(['read-repository api', 'read-repository web']);
    const [row] = await database.query(
      `select sweep_failing_since is null as is_over
       from connection_sync
       where connection_id = $1::bigint`,
      [story.connectionId],
    );
    expect(row).toEqual({ is_over: true });
  });

  test('concludes nothing from a repository that is not shown, or from no answer', async () => {
    const story = await startInStep();
    story.proxy.intercept = ({ operation }) =>
      operation === 'repositorySweep' ? { status: 502, headers: {}, body: '<html>' } : undefined;
    await story.sweep();
    const failed = await loadQueued();
    await database.query('delete from pgboss.job');
    await story.sweep(2);
    const failedThrice = await loadQueued();
    story.proxy.intercept = () => undefined;
    story.proxy.change = (_, body) =>
      body.replace(/\{"databaseId":\d+,"nameWithOwner":"acme\/web"[^\]]*\]\}\}/, 'null');
    await database.query('delete from pgboss.job');

    await story.sweep();

    expect(failed).toEqual(['sweep-repositories']);
    expect(failedThrice).toEqual(['discover-repositories', 'sweep-repositories']);
    expect(await loadQueued()).toEqual(['discover-repositories']);
    expect(await loadCounts(database, await story.repositoryId('web'))).toMatchObject({ pullRequests: 1 });
  });
});
