import { type CraftedPull, craftRepository, startEmulator } from '@throughline/github-emulator';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { runningJob, type Story, startStory } from '../testing/start-story.ts';
import {
  readAgainWhole,
  recheckConnection,
  recheckPullRequests,
  tryConnection,
} from './recheck-pull-requests.jobs.ts';

const database = await testDatabase();
const startedMs = Date.now();
const daysAgo = (days: number): string =>
  new Date(startedMs - days * 86_400_000).toISOString().replace(/\.\d+Z/, 'Z');

const pull = (days: number, state: 'OPEN' | 'MERGED', isResolved: boolean): CraftedPull => ({
  createdAt: daysAgo(days),
  updatedAt: daysAgo(days),
  state,
  files: 2,
  reviews: 0,
  threads: [{ isResolved }],
});

/** Two repositories: in each an old open pull request, one merged last week, and one merged long ago. */
const craft = (isResolved: boolean) =>
  ['api', 'web'].map((name) =>
    craftRepository({
      fullName: `acme/${name}`,
      admins: ['ada'],
      pulls: [pull(90, 'MERGED', isResolved), pull(60, 'OPEN', isResolved), pull(7, 'MERGED', isResolved)],
    }),
  );

async function startInStep(): Promise<Story> {
  const story = await startStory(database, { sources: craft(false) });
  await story.discover();
  for (const name of ['api', 'web']) await story.readAll(name);
  // As if that had been a minute ago: GitHub's clock only counts seconds.
  for (const table of ['pull_request', 'pull_request_part', 'pull_request_review_thread']) {
    await database.query(`update ${table} set observed_at = observed_at - interval '1 minute'`);
  }
  return story;
}

/** GitHub after somebody resolved every thread, which updates no pull request. */
async function resolveAll(story: Story): Promise<void> {
  const [token] = story.emulator.tokens;
  const emulator = await startEmulator({
    shape: 'enterprise-server',
    sources: craft(true),
    tokens: [{ kind: 'classic', login: 'ada', value: token!.value }],
  });
  afterAll(() => emulator.close());
  story.proxy.target = emulator.origin;
}

const recheck = (story: Story): Promise<void> =>
  tryConnection(story.deps, story.connectionId, runningJob.signal, (asking) =>
    recheckConnection(story.deps, asking, { slot: 0, slots: 1 }),
  );

const loadResolved = (story: Story) =>
  database.query(
    `select thread.number, count(*)::integer as count
     from v_pull_request_review_thread as thread
     join repository_sync on repository_sync.repository_id = thread.repository_id
     where repository_sync.connection_id = $1::bigint
       and thread.is_resolved
     group by thread.number
     order by thread.number`,
    [story.connectionId],
  );

describe('a second look without an update', () => {
  test('sees threads resolved in what is open or recent, in one question, and leaves the rest alone', async () => {
    const story = await startInStep();
    await resolveAll(story);
    const before = story.proxy.passed.length;

    await recheck(story);

    const asked = story.proxy.passed.slice(before).map(({ operation }) => operation);
    expect(asked.filter((operation) => operation === 'pullRequests')).toHaveLength(1);
    expect(asked).not.toContain('pullRequestFiles');
    expect(await loadResolved(story)).toEqual([
      { number: 2, count: 2 },
      { number: 3, count: 2 },
    ]);
    expect(
      await database.query(
        `select distinct part.state
         from v_pull_request_part as part
         join repository_sync on repository_sync.repository_id = part.repository_id
         where repository_sync.connection_id = $1::bigint`,
        [story.connectionId],
      ),
    ).toEqual([{ state: 'complete' }]);
  });

  test('that shows nothing else touches no row', async () => {
    const story = await startInStep();
    const load = () =>
      database.query(
        `select 'pull_request' as what, number, xmin::text from pull_request
         union all
         select 'thread', number, xmin::text from pull_request_review_thread
         union all
         select 'file', number, xmin::text from pull_request_file
         order by 1, 2, 3`,
      );
    const before = await load();

    await recheck(story);

    expect(await load()).toEqual(before);
  });

  test('leaves what GitHub does not answer to another day', async () => {
    const story = await startInStep();
    await resolveAll(story);
    story.proxy.intercept = ({ operation }) =>
      operation === 'pullRequests' ? { status: 502, headers: {}, body: '<html>' } : undefined;

    await recheck(story);
    const meanwhile = await loadResolved(story);
    story.proxy.intercept = () => undefined;
    await recheck(story);

    expect(meanwhile).toEqual([]);
    expect(await loadResolved(story)).toHaveLength(2);
  });

  test('takes another share when the next hour begins', async () => {
    const story = await startInStep();
    await database.query('delete from pgboss.job');

    await recheckPullRequests(story.deps, {}, runningJob);

    const hourMs = 3_600_000;
    const nextMs = (Math.floor(story.clock.now().getTime() / hourMs) + 1) * hourMs;
    expect(await database.query('select name, start_after from pgboss.job')).toEqual([
      { name: 'recheck-pull-requests', start_after: new Date(nextMs) },
    ]);
  });
});

/** A GitHub that fails at every question that names this pull request. */
const failAt = (story: Story, nodeId: string, status: number): void => {
  story.proxy.intercept = ({ operation, body }) =>
    operation === 'pullRequests' && body.includes(nodeId)
      ? { status, headers: { 'content-type': 'text/html' }, body: '<html>' }
      : undefined;
};

const findNodeId = async (story: Story, name: string, number: number): Promise<string> => {
  const [row] = await database.query<{ node_id: string }>(
    'select node_id from pull_request where repository_id = $1::bigint and number = $2::integer',
    [await story.repositoryId(name), number],
  );
  return row!.node_id;
};

test('a repository of which pages fail for long is not asked for single pull requests either', async () => {
  const story = await startInStep();
  await resolveAll(story);
  await database.query(
    `update repository_sync
     set failure_code = 'github-server', failure_text = 'It fails.', failure_count = 3
     where repository_id = $1::bigint`,
    [await story.repositoryId('api')],
  );

  await recheck(story);

  expect(await loadResolved(story)).toEqual([
    { number: 2, count: 1 },
    { number: 3, count: 1 },
  ]);
});

describe('one pull request that fails', () => {
  test.each([500, 502])(
    'alone is left out of an hour’s share, whatever GitHub says of it: %i',
    async (status) => {
      const story = await startInStep();
      await resolveAll(story);
      failAt(story, await findNodeId(story, 'api', 2), status);

      await recheck(story);

      expect(await loadResolved(story)).toEqual([
        { number: 2, count: 1 },
        { number: 3, count: 2 },
      ]);
    },
  );

  test('because of us keeps neither its neighbours nor the other connections waiting', async () => {
    const story = await startInStep();
    await resolveAll(story);
    await database.query(`
      create function refuse() returns trigger language plpgsql as
      $$ begin raise exception using errcode = 'check_violation', message = 'We fail at it.'; end $$`);
    await database.query(`
      create trigger refuse before update on pull_request_review_thread
      for each row when (new.number = 2) execute function refuse()`);
    onTestFinished(async () => {
      await database.query('drop trigger refuse on pull_request_review_thread');
      await database.query('drop function refuse');
    });

    await recheck(story);

    expect(await loadResolved(story)).toEqual([{ number: 3, count: 2 }]);
  });
});

describe('what a fault of another day cut off', () => {
  /** As if GitHub had not finished the files of the oldest, merged pull requests: some are here, and it is said so. */
  const cutOff = async (): Promise<void> => {
    await database.query('delete from pull_request_file where number = 1');
    await database.query(
      `update pull_request_part
       set state = 'partial', reason = 'cut-off', held = 0
       where number = 1 and part = 'files'`,
    );
  };
  const heal = (story: Story): Promise<void> =>
    tryConnection(story.deps, story.connectionId, runningJob.signal, (asking) =>
      readAgainWhole(story.deps, asking),
    );
  const loadFiles = async (story: Story): Promise<unknown> =>
    (
      await database.query(
        `select
           count(*) filter (where part.reason is not null)::integer as gaps,
           sum(part.held)::integer as held,
           (select count(*)::integer
            from gap_retry
            join repository_sync as tried on tried.repository_id = gap_retry.repository_id
            where tried.connection_id = $1::bigint) as tried
         from pull_request_part as part
         join repository_sync on repository_sync.repository_id = part.repository_id
         where repository_sync.connection_id = $1::bigint
           and part.number = 1
           and part.part = 'files'`,
        [story.connectionId],
      )
    )[0];
  const countAsked = (story: Story): number =>
    story.proxy.passed.filter(({ operation }) => operation === 'pullRequests').length;

  test('is read whole without its pull request changing, those of all repositories in one question', async () => {
    const story = await startInStep();
    await cutOff();
    const before = countAsked(story);

    await heal(story);
    await heal(story);

    expect(await loadFiles(story)).toEqual({ gaps: 0, held: 4, tried: 0 });
    expect(countAsked(story) - before).toBe(1);
  });

  test('and cannot be read now is asked for after a day, then after two', async () => {
    const story = await startInStep();
    await cutOff();
    story.proxy.intercept = ({ operation }) =>
      operation === 'pullRequestFiles' ? { status: 502, headers: {}, body: '<html>' } : undefined;
    const asked: number[] = [];
    for (const hours of [0, 20, 4, 25, 23]) {
      await story.clock.shift(hours * 60);
      const before = countAsked(story);
      await heal(story);
      asked.push(countAsked(story) - before);
    }

    expect(asked).toEqual([1, 0, 1, 0, 1]);
    expect(await loadFiles(story)).toEqual({ gaps: 2, held: 0, tried: 2 });
  });

  test.each([500, 502, 504])(
    'is read beside one that GitHub answers with %i, which alone is put off',
    async (status) => {
      const story = await startInStep();
      await cutOff();
      failAt(story, await findNodeId(story, 'api', 1), status);

      await heal(story);
      const before = countAsked(story);
      await heal(story);

      expect(await loadFiles(story)).toEqual({ gaps: 1, held: 2, tried: 1 });
      expect(countAsked(story) - before).toBe(0);
    },
  );

  test.each([
    ['answers nothing', { status: 502, headers: {}, body: '<html>' }],
    [
      'wants a pause',
      { status: 429, headers: { 'retry-after': '60' }, body: '{"message":"secondary rate limit"}' },
    ],
  ])('was not tried while GitHub %s, and is asked for again within the hour', async (_, instead) => {
    const story = await startInStep();
    await cutOff();
    story.proxy.intercept = () => instead;

    await heal(story);
    const meanwhile = await loadFiles(story);
    story.proxy.intercept = () => undefined;
    await story.clock.shift(2);
    await heal(story);

    expect(meanwhile).toEqual({ gaps: 2, held: 0, tried: 0 });
    expect(await loadFiles(story)).toEqual({ gaps: 0, held: 4, tried: 0 });
  });
});
