import { type CraftedPull, craftRepository, startEmulator } from '@throughline/github-emulator';
import { afterAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { loadCounts, loadSync } from '../testing/load-counts.ts';
import { type Story, startStory } from '../testing/start-story.ts';

const database = await testDatabase();
/** One instant for all: the same pull request told twice has the same version, whenever it is told. */
const startedMs = Date.now();
const minutesAgo = (minutes: number): string =>
  new Date(startedMs - minutes * 60_000).toISOString().replace(/\.\d+Z/, 'Z');

const craft = (pulls: readonly CraftedPull[]) =>
  craftRepository({ fullName: 'acme/api', admins: ['ada'], pulls });

/** A pull request last touched so many minutes ago. */
const pull = (touched: number, more: CraftedPull = {}): CraftedPull => ({
  createdAt: minutesAgo(touched),
  updatedAt: minutesAgo(touched),
  state: 'OPEN',
  reviews: 0,
  ...more,
});

const day = 24 * 60;
const long = Array.from({ length: 60 }, (_, index) => pull((90 - index) * day));

/** GitHub as it is on another day. */
async function turnTo(story: Story, pulls: readonly CraftedPull[]): Promise<void> {
  const [token] = story.emulator.tokens;
  const emulator = await startEmulator({
    shape: 'enterprise-server',
    sources: [craft(pulls)],
    tokens: [{ kind: 'classic', login: 'ada', value: token!.value }],
  });
  afterAll(() => emulator.close());
  story.proxy.target = emulator.origin;
}

const start = async (pulls: readonly CraftedPull[]): Promise<Story> => {
  const story = await startStory(database, { sources: [craft(pulls)] });
  await story.discover();
  return story;
};

const countPages = (story: Story): number =>
  story.proxy.passed.filter(({ operation }) => operation === 'pullRequestsPage').length;

const loadTitle = async (id: number, number: number): Promise<unknown> =>
  (
    await database.query<{ title: string }>(
      'select title from v_pull_request where repository_id = $1::bigint and number = $2::integer',
      [id, number],
    )
  )[0]?.title;

describe('the newest 30 days', () => {
  test('are here before anything older is asked for', async () => {
    const recent = Array.from({ length: 30 }, (_, index) => pull((29 - index) * 60));
    const story = await start([...long, ...recent]);
    const id = await story.repositoryId('api');

    const phases = [];
    for (let page = 0; page < 2; page += 1) {
      await story.turn('api');
      phases.push((await loadSync(database, id)).phase);
    }

    expect(phases).toEqual(['recent', 'history']);
    expect(await loadSync(database, id)).toMatchObject({ total: 90 });
  });
});

describe('what is new', () => {
  test('is read without what was read already', async () => {
    const story = await start([...long, pull(120)]);
    const id = await story.repositoryId('api');
    await story.readAll('api');
    const pages = countPages(story);
    await turnTo(story, [...long, pull(120), pull(2), pull(1)]);
    await story.clock.shift(11);

    const step = await story.readAll('api');

    expect(step).toEqual({ kind: 'done' });
    expect(countPages(story) - pages).toBe(1);
    expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 63 });
    expect(await loadSync(database, id)).toMatchObject({ held_count: 63, total: 63, phase: 'incremental' });
  });

  test('is not asked for before ten minutes are over, unless somebody asks', async () => {
    const story = await start([pull(120)]);
    await story.readAll('api');
    const pages = countPages(story);

    const early = await story.turn('api');
    const pagesEarly = countPages(story);
    await story.turn('api', true);

    expect(early).toEqual({ kind: 'done' });
    expect(pagesEarly).toBe(pages);
    expect(countPages(story)).toBe(pages + 1);
  });

  test('comes between the pages of a long history, which then goes on', async () => {
    const story = await start([...long, pull(120)]);
    const id = await story.repositoryId('api');
    await story.turn('api');
    await turnTo(story, [...long, pull(120), pull(1, { title: 'Brand new' })]);
    await story.clock.shift(11);
    await story.sweep();

    await story.turn('api');
    const title = await loadTitle(id, 62);
    const sync = await loadSync(database, id);
    await story.readAll('api');

    expect(title).toBe('Brand new');
    expect(sync).toMatchObject({ phase: 'history', is_complete: false });
    expect(await loadSync(database, id)).toMatchObject({ is_complete: true, held_count: 62, total: 62 });
  });

  test('takes over every update of what was read before', async () => {
    const before = pull(120, { title: 'Draft', labels: ['wip'], reviews: [] });
    const story = await start([before]);
    const id = await story.repositoryId('api');
    await story.readAll('api');
    await turnTo(story, [
      { ...before, title: 'Done', labels: [], state: 'MERGED', updatedAt: minutesAgo(1), reviews: 1 },
    ]);
    await story.clock.shift(11);

    await story.readAll('api');

    expect(
      await database.query(
        `select title, state, (select count(*)::integer from v_pull_request_label as label
           where label.repository_id = v_pull_request.repository_id) as labels
         from v_pull_request
         where repository_id = $1::bigint`,
        [id],
      ),
    ).toEqual([{ title: 'Done', state: 'merged', labels: 0 }]);
    expect(await loadCounts(database, id)).toMatchObject({ reviews: 1 });
  });
});

describe('two contents under one version', () => {
  const contradict = async () => {
    const story = await start([pull(120, { title: 'First' })]);
    const id = await story.repositoryId('api');
    await story.readAll('api');
    // As if that had been a minute ago: GitHub's clock only counts seconds.
    await database.query(
      `update pull_request
       set observed_at = observed_at - interval '1 minute'
       where repository_id = $1::bigint`,
      [id],
    );
    return { story, id };
  };

  test('decide nothing until the pull request was looked up', async () => {
    const { story, id } = await contradict();
    await turnTo(story, [pull(120, { title: 'Second' })]);

    await story.turn('api', true);
    const titleBefore = await loadTitle(id, 1);
    const asked = await database.query('select number from look_again where repository_id = $1::bigint', [
      id,
    ]);
    await story.clock.shift(1);
    await story.lookUp('api');

    expect(titleBefore).toBe('First');
    expect(asked).toEqual([{ number: 1 }]);
    expect(await loadTitle(id, 1)).toBe('Second');
    expect(await database.query('select from look_again where repository_id = $1::bigint', [id])).toEqual([]);
  });

  test('of a pull request that is gone mark it gone, while its repository answers', async () => {
    const { story, id } = await contradict();
    await database.query('insert into look_again (repository_id, number) values ($1::bigint, 1)', [id]);
    await turnTo(story, []);
    await story.clock.shift(1);

    await story.lookUp('api');

    expect(await loadTitle(id, 1)).toBeUndefined();
    expect(await loadSync(database, id)).toMatchObject({ held_count: 0 });
    expect(await database.query('select from look_again where repository_id = $1::bigint', [id])).toEqual([]);
  });
});
