import { type CraftedPull, craftRepository, startEmulator } from '@throughline/github-emulator';
import { afterAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { runningJob, type Story, startStory } from '../testing/start-story.ts';
import { recheckConnection, recheckPullRequests } from './recheck-pull-requests.jobs.ts';

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
  recheckConnection(story.deps, story.connectionId, { slot: 0, slots: 1 }, runningJob.signal);

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
