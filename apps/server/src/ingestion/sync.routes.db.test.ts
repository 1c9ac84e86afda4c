import { setTimeout as sleep } from 'node:timers/promises';
import {
  getSync,
  listRepositorySync,
  listSyncLog,
  pauseSync,
  resumeSync,
  type SyncOverview,
  streamSync,
  syncNow,
} from '@throughline/contract';
import { craftRepository } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import { accessRoutes } from '../access/index.ts';
import { startTestApi } from '../http/testing/index.ts';
import { testDatabase } from '../platform/sql/testing/index.ts';
import { ingestionRoutes } from './sync.routes.ts';
import { startStory } from './testing/start-story.ts';

const database = await testDatabase();
const story = await startStory(database, {
  hasLimits: true,
  sources: [
    craftRepository({ fullName: 'acme/api', admins: ['ada'], pulls: 60 }),
    craftRepository({ fullName: 'acme/web', admins: ['ada'], pulls: 0 }),
  ],
});
const api = await startTestApi({
  database,
  routes: () => [
    ...accessRoutes({ database, personOf: () => Promise.resolve(new Map()) }),
    ...ingestionRoutes(story.deps),
  ],
});
const administrator = await api.signIn('administrator');
const params = { connectionId: story.connectionId };
const ask = () => administrator.call(getSync, {});

describe('the sync page', () => {
  test('goes from counting over reading to everything is here', async () => {
    const counting = await ask();
    await story.discover();
    await story.readAll('web');
    await story.turn('api');
    const reading = await ask();
    await story.readAll('api');
    const done = await ask();

    expect(counting).toMatchObject({ state: 'reading', words: 'reading', hasDemo: false });
    expect(counting.connections[0]).toMatchObject({
      sentence: 'acme: counting its repositories and pull requests.',
      held: 0,
    });
    expect(counting.connections[0]).not.toHaveProperty('total');
    expect(reading).toMatchObject({ state: 'reading', words: 'reading, 41 %' });
    expect(reading.connections[0]).toMatchObject({
      sentence: expect.stringMatching(/^acme: 41 % of its history is here\. .+ to go\.$/),
      total: 60,
      held: 25,
      repositories: 2,
      repositoriesComplete: 1,
      isRecentComplete: true,
      goingBack: expect.stringMatching(/^Now reading \w+ \d{4}, going back\.$/),
      perMinute: 25,
      quota: [
        { resource: 'graphql', limit: 5_000, keptFree: 500, spent: { backfill: expect.any(Number) } },
        { resource: 'core', limit: 5_000, keptFree: 500 },
      ],
    });
    expect(done).toMatchObject({ state: 'in-step', words: 'in step, just now' });
    expect(done.connections[0]).toMatchObject({
      sentence: 'acme: all 60 pull requests are here.',
      repositoriesComplete: 2,
      lately: { added: 60, changed: 0, setAside: 0 },
    });
    expect(done.connections[0]).not.toHaveProperty('eta');
    expect(done.connections[0]).not.toHaveProperty('goingBack');
  });

  test('lists repositories with their counts, and what reading did', async () => {
    const { repositories } = await administrator.call(listRepositorySync, { params });
    const { entries } = await administrator.call(listSyncLog, { params });

    expect(repositories).toMatchObject([
      { fullName: 'acme/api', state: 'complete', total: 60, held: 60, quarantined: 0 },
      { fullName: 'acme/web', state: 'complete', total: 0, held: 0, quarantined: 0 },
    ]);
    expect(entries.map(({ text }) => text)).toEqual([
      'acme/api is here: 60 pull requests',
      'The newest 30 days of acme/api are here; older ones follow',
      'acme/web is here: 0 pull requests',
      '2 repositories to read',
    ]);
  });

  test('shows a repository that could not be read first, and why', async () => {
    await database.query(
      `update repository_sync
       set failure_code = 'github-server', failure_text = 'GitHub failed to answer.', failure_count = 3
       where repository_id = $1::bigint`,
      [await story.repositoryId('web')],
    );

    const { repositories } = await administrator.call(listRepositorySync, { params });
    const overview = await ask();
    await database.query(
      `update repository_sync set failure_code = null, failure_text = null, failure_count = 0`,
    );

    expect(repositories[0]).toMatchObject({
      fullName: 'acme/web',
      state: 'failed',
      failure: { code: 'github-server', text: 'GitHub failed to answer.' },
    });
    expect(overview.connections[0]?.sentence).toContain('1 repository can’t be read.');
  });

  test('says why it waits, until when, and that nobody must do anything', async () => {
    await database.query(
      `update repository_sync
       set completed_at = null, phase = 'history', cursor = 'x', wait_reason = 'primary-limit',
           wait_until = app_now() + interval '6 minutes'
       where repository_id = $1::bigint`,
      [await story.repositoryId('api')],
    );

    const overview = await ask();
    await database.query(
      `update repository_sync
       set completed_at = app_now(), phase = 'incremental', cursor = null, wait_reason = null, wait_until = null`,
    );

    expect(overview).toMatchObject({
      state: 'waiting',
      words: expect.stringMatching(/^waiting until \d\d:\d\d$/),
    });
    expect(overview.connections[0]?.wait?.text).toMatch(
      /^Waiting because this hour’s quota is used\. Goes on at \d\d:\d\d, in 6 min\. Nothing for you to do\.$/,
    );
  });
});

describe('pausing', () => {
  test('stops reading and resuming starts it, each told in the log and the audit', async () => {
    await administrator.call(pauseSync, { params });
    const paused = await ask();
    const step = await story.turn('api', true);
    await administrator.call(resumeSync, { params });
    const resumed = await ask();

    const { entries } = await administrator.call(listSyncLog, { params });
    const audit = await database.query('select action from audit_entry order by audit_id');
    expect(paused).toMatchObject({ state: 'paused', words: 'paused' });
    expect(paused.connections[0]?.sentence).toBe('acme is paused. All 60 pull requests are here.');
    expect(step).toEqual({ kind: 'parked' });
    expect(resumed.state).toBe('in-step');
    expect(entries.slice(0, 2).map(({ kind }) => kind)).toEqual(['resumed', 'paused']);
    expect(audit).toEqual([{ action: 'connection.paused' }, { action: 'connection.resumed' }]);
  });

  test('of a connection that is not there is not found', async () => {
    const nothing = { params: { connectionId: 999_999 } };

    await expect(administrator.call(syncNow, nothing)).rejects.toMatchObject({
      failure: { code: 'not-found' },
    });
    await expect(administrator.call(pauseSync, nothing)).rejects.toMatchObject({
      failure: { code: 'not-found' },
    });
  });

  test('has no repositories and no log to list either: not found, not empty', async () => {
    const nothing = { params: { connectionId: 999_999 } };

    await expect(administrator.call(listRepositorySync, nothing)).rejects.toMatchObject({
      failure: { code: 'not-found' },
    });
    await expect(administrator.call(listSyncLog, nothing)).rejects.toMatchObject({
      failure: { code: 'not-found' },
    });
  });
});

describe('looking now', () => {
  test('queues a look for repositories and for which of them changed, and another try of what failed', async () => {
    await database.query('delete from pgboss.job');
    await database.query(
      `update repository_sync
       set wait_reason = 'retry', wait_until = app_now() + interval '1 hour'
       where repository_id = (select min(repository_id) from repository_sync)`,
    );

    await administrator.call(syncNow, { params });

    expect(
      await database.query(
        `select name, count(*)::integer as count from pgboss.job group by name order by name`,
      ),
    ).toEqual([
      { name: 'discover-repositories', count: 1 },
      { name: 'read-repository', count: 1 },
      { name: 'sweep-repositories', count: 1 },
    ]);
    await database.query('update repository_sync set wait_reason = null, wait_until = null');
  });
});

describe('the stream', () => {
  test('tells the overview at once, and again only when it has changed', async () => {
    const leaving = new AbortController();
    const response = await administrator.fetch(streamSync.path, { signal: leaving.signal });
    const seen: SyncOverview[] = [];
    const listening = collect(response, seen).catch(() => undefined);

    await sleep(2_500);
    const before = seen.length;
    await administrator.call(pauseSync, { params });
    await expect.poll(() => seen.at(-1)?.words, { timeout: 5_000 }).toBe('paused');
    leaving.abort();
    await listening;
    await administrator.call(resumeSync, { params });

    // A minute may end meanwhile, and with it "just now"; nothing is told twice.
    expect(before).toBeGreaterThanOrEqual(1);
    expect(seen[0]?.words).toContain('in step');
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(seen.length);
    expect(seen.length).toBeLessThanOrEqual(3);
    expect(seen[0]?.connections[0], 'a rate while nothing is read').not.toHaveProperty('perMinute');
  });

  test('is for administrators', async () => {
    const member = await api.signIn('member');

    expect((await member.fetch(streamSync.path)).status).toBe(404);
    expect((await member.fetch(getSync.path)).status).toBe(404);
  });
});

/** Collects the events of a stream until it ends. */
async function collect(response: Response, seen: SyncOverview[]): Promise<void> {
  let text = '';
  for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
    text += piece;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const data = event.split('\n').find((line) => line.startsWith('data:'));
      if (data !== undefined) seen.push(JSON.parse(data.slice('data:'.length)));
    }
  }
}
