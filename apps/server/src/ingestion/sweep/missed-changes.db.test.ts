import { type CraftedPull, craftRepository, startEmulator } from '@throughline/github-emulator';
import { afterAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { planReading } from '../planning/plan-reading.jobs.ts';
import { readRepository } from '../reading/read-repository.jobs.ts';
import { loadCounts, loadSync } from '../testing/load-counts.ts';
import { runningJob, type Story, type StoryOptions, startStory } from '../testing/start-story.ts';

const database = await testDatabase();

const startedMs = Date.now();
const daysAgo = (days: number): string =>
  new Date(startedMs - days * 86_400_000).toISOString().replace(/\.\d+Z/, 'Z');
const pull = (days: number, more: CraftedPull = {}): CraftedPull => ({
  createdAt: daysAgo(days),
  updatedAt: daysAgo(days),
  state: 'OPEN',
  reviews: 0,
  ...more,
});

const craft = (pulls: readonly CraftedPull[]) => [
  craftRepository({ fullName: 'acme/api', admins: ['ada'], pulls }),
];

const twoPulls = [pull(40), pull(3)];

/** A repository of which everything has been read, and nothing in the queue. */
async function startInStep(options: StoryOptions = {}): Promise<Story> {
  const story = await startStory(database, { sources: craft(twoPulls) }, options);
  await story.discover();
  await readInJob(story);
  await database.query('delete from pgboss.job');
  return story;
}

/** GitHub as it is on another day. */
async function turnTo(story: Story, pulls: readonly CraftedPull[]): Promise<void> {
  const [token] = story.emulator.tokens;
  const emulator = await startEmulator({
    shape: 'enterprise-server',
    sources: craft(pulls),
    tokens: [{ kind: 'classic', login: 'ada', value: token!.value }],
  });
  afterAll(() => emulator.close());
  story.proxy.target = emulator.origin;
}

/** Reads as the job does. */
const readInJob = async (story: Story, isForced = false): Promise<void> =>
  readRepository(story.deps, { repositoryId: await story.repositoryId('api'), isForced }, runningJob);

/** What the plan finds due, and when. */
async function plan(
  story: Story,
): Promise<readonly { readonly name: string; readonly in_seconds: number }[]> {
  await database.query('delete from pgboss.job');
  await planReading(story.deps, {}, runningJob);
  return database.query(
    `select name, round(extract(epoch from start_after - app_now()))::integer as in_seconds
     from pgboss.job
     where coalesce(data ->> 'repositoryId', $1::text) = $1::text
     order by name`,
    [String(await story.repositoryId('api'))],
  );
}

const loadDue = async (story: Story): Promise<readonly string[]> =>
  (await plan(story)).map(({ name }) => name);

describe('a change', () => {
  test('that a sweep notices while a page is being asked for is read once more', async () => {
    const story = await startInStep();
    story.proxy.intercept = async ({ operation }) => {
      if (operation === 'pullRequestsPage')
        await database.query('update repository_sync set changed_at = app_now()');
      return undefined;
    };

    await readInJob(story, true);

    expect(await loadDue(story)).toContain('read-repository');
  });

  test('that is told while a sweep is being answered is still due afterwards', async () => {
    const story = await startInStep();
    story.proxy.intercept = async ({ operation }) => {
      if (operation === 'repositorySweep')
        await database.query('update repository_sync set changed_at = app_now()');
      return undefined;
    };

    await story.sweep();

    expect(await loadDue(story)).toContain('read-repository');
  });

  test('of the number of pull requests that the list of repositories tells first is left to the next sweep', async () => {
    const story = await startInStep();
    await turnTo(story, [...twoPulls, pull(20)]);

    await story.discover();
    const isReadAtOnce = (await loadDue(story)).includes('read-repository');
    await story.sweep();

    expect(isReadAtOnce).toBe(false);

    expect(await database.query('select name from pgboss.job')).toContainEqual({ name: 'read-repository' });
  });

  test('is looked for although the list of repositories is asked every few minutes', async () => {
    const story = await startInStep();
    await database.query('update connection_sync set swept_at = null, sweep_expected_at = null');

    await story.discover();

    expect(await loadDue(story)).toContain('sweep-repositories');
  });
});

test('a newest pull request that cannot be read is not taken for a change by every look', async () => {
  const story = await startStory(database, { sources: craft([pull(40), pull(3, { title: 'Odd one' })]) });
  await story.discover();
  story.proxy.change = ({ operation }, body) =>
    operation === 'pullRequestsPage' ? body.replace('"title":"Odd one"', '"title":7') : body;
  await readInJob(story);
  await database.query('delete from pgboss.job');

  await story.sweep();

  expect(await loadSync(database, await story.repositoryId('api'))).toMatchObject({ is_complete: true });
  expect(
    await database.query('select key from quarantined_record where repository_id = $1::bigint', [
      await story.repositoryId('api'),
    ]),
  ).toEqual([{ key: '2' }]);
  expect(await database.query(`select from pgboss.job where name = 'read-repository'`)).toEqual([]);
});

describe.each([10, -10, 1_440, -1_440])('on a machine whose clock is %d minutes ahead', (minutesAhead) => {
  test('a change is noticed and read, and the plan comes back in fifteen seconds', async () => {
    const story = await startInStep({ minutesAhead });
    const id = await story.repositoryId('api');
    await turnTo(story, [...twoPulls, pull(0.01, { title: 'New', reviews: 2 })]);

    await story.clock.shift(9.5);
    const due = await plan(story);
    await story.sweep();
    const dueAfterSweep = await loadDue(story);
    await readInJob(story);

    expect(due).toEqual(
      expect.arrayContaining([
        { name: 'plan-reading', in_seconds: 15 },
        expect.objectContaining({ name: 'sweep-repositories' }),
      ]),
    );
    expect(dueAfterSweep).toContain('read-repository');
    expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 3, reviews: 2 });
  });

  test('all of a long history is read, and a failure waits as long as it should', async () => {
    const pulls = Array.from({ length: 60 }, (_, index) => pull(62 - index));
    const story = await startStory(database, { sources: craft(pulls) }, { minutesAhead });
    await story.discover();
    const id = await story.repositoryId('api');
    story.proxy.intercept = ({ operation }) =>
      operation === 'pullRequestsPage' ? { status: 500, body: '{}' } : undefined;

    await readInJob(story);
    const [waiting] = await database.query<{ seconds: number }>(
      `select extract(epoch from wait_until - app_now())::float8 as seconds
       from repository_sync
       where repository_id = $1::bigint`,
      [id],
    );
    story.proxy.intercept = () => undefined;
    await readInJob(story);

    expect(waiting!.seconds).toBeGreaterThan(0);
    expect(waiting!.seconds).toBeLessThan(4);
    expect(await loadSync(database, id)).toMatchObject({ held_count: 60, is_complete: true });
  });
});
