import { type CraftedPull, craftRepository } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { loadCounts } from '../testing/load-counts.ts';
import { type Story, startStory } from '../testing/start-story.ts';
import { readAgain } from './read-again.sql.ts';
import { loadRestStream, type StagedPage, stagePage } from './rest-stream.sql.ts';

const database = await testDatabase();

const start = async (pulls: readonly CraftedPull[]): Promise<Story> => {
  const story = await startStory(database, {
    sources: [craftRepository({ fullName: 'acme/api', admins: ['ada'], pulls })],
  });
  await story.discover();
  return story;
};

const spoken = (count: number, more: CraftedPull = {}): readonly CraftedPull[] =>
  Array.from({ length: count }, () => ({ threads: 2, files: 3, ...more }));

const count = (story: Story, operation: string): number =>
  story.proxy.passed.filter((passing) => passing.operation === operation).length;

const loadParts = (id: number) =>
  database.query(
    `select part, state, count(*)::integer as count
     from v_pull_request_part
     where repository_id = $1::bigint
       and part in ('files', 'review-comments', 'threads')
     group by part, state
     order by part`,
    [id],
  );

describe('what was said in review threads', () => {
  test('comes from the list of the whole repository, into the threads it belongs to', async () => {
    const story = await start(spoken(60));
    const id = await story.repositoryId('api');

    await story.readAll('api');

    expect(count(story, 'pullRequestParts')).toBe(0);
    expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 60, comments: 120 });
    expect(
      await database.query(
        `select from pull_request_comment
         where repository_id = $1::bigint
           and kind = 'review'
           and thread_node_id is null`,
        [id],
      ),
    ).toEqual([]);
    expect(await loadParts(id)).toEqual([
      { part: 'files', state: 'complete', count: 60 },
      { part: 'review-comments', state: 'complete', count: 60 },
      { part: 'threads', state: 'complete', count: 60 },
    ]);
    for (const table of ['rest_stream', 'staged_entry']) {
      expect(await database.query(`select from ${table} where repository_id = $1::bigint`, [id])).toEqual([]);
    }
  });

  test('is asked thread by thread while the list is not to be had', async () => {
    const story = await start(spoken(60));
    const id = await story.repositoryId('api');
    story.proxy.intercept = ({ path }) =>
      path.includes('/pulls/comments') ? { status: 502, headers: {}, body: 'Bad gateway' } : undefined;

    await story.readAll('api');

    expect(count(story, 'pullRequestParts')).toBeGreaterThan(0);
    expect(await loadCounts(database, id)).toMatchObject({ comments: 120 });
  });
});

test('labels and whom was asked come with the page while their list is not to be had', async () => {
  const story = await start(Array.from({ length: 60 }, () => ({ labels: ['bug'], files: 1 })));
  story.proxy.intercept = ({ path }) =>
    /\/pulls\?/.test(path) ? { status: 502, headers: {}, body: 'Bad gateway' } : undefined;

  await story.readAll('api');

  const [labels] = await database.query('select count(*)::integer as count from pull_request_label');
  expect(count(story, 'pullRequestParts')).toBe(0);
  expect(labels).toEqual({ count: 60 });
});

test('a list of which an entry cannot be read explains nothing, and is asked again', async () => {
  const story = await start(spoken(60));
  const id = await story.repositoryId('api');
  let spoilt = 0;
  story.proxy.change = ({ path }, body) => {
    if (!path.includes('/pulls/comments') || spoilt > 0) return body;
    spoilt += 1;
    return body.replace('"body":"', '"body":7,"x":"');
  };

  await story.readAll('api');

  expect(spoilt).toBe(1);
  expect(await loadCounts(database, id)).toMatchObject({ comments: 120 });
});

describe('files', () => {
  test('wait until a question for them is full, and are all there when a pass is done', async () => {
    const story = await start(spoken(120));
    const id = await story.repositoryId('api');
    await story.turn('api');
    await story.turn('api');
    const onTheWay = await loadParts(id);

    await story.readAll('api');

    expect(onTheWay).toContainEqual({ part: 'files', state: 'unavailable', count: 32 });
    expect(await loadParts(id)).toContainEqual({ part: 'files', state: 'complete', count: 120 });
    expect(count(story, 'pullRequestFiles')).toBeLessThanOrEqual(4);
    expect(await loadCounts(database, id)).toMatchObject({ files: 360 });
  });

  test('bring the size of a pull request of which GitHub stated none', async () => {
    const story = await start(spoken(60, { size: 'unknown', files: 2 }));
    const id = await story.repositoryId('api');

    await story.readAll('api');

    const sizes = await database.query(
      `select distinct changed_files
       from v_pull_request
       where repository_id = $1::bigint`,
      [id],
    );
    expect(sizes).toEqual([{ changed_files: 2 }]);
  });
});

describe('a page of a list over REST', () => {
  const toPage = (repositoryId: number, page: number): StagedPage => ({
    repositoryId,
    list: 'review-comments',
    page,
    entries: [{ githubId: page, number: 1, entry: {} }],
    nextPage: page + 1,
    reachedAt: new Date(),
  });

  test('that was on its way when everything was to be read anew is not taken for the beginning', async () => {
    const story = await start(spoken(1));
    const id = await story.repositoryId('api');
    const isFirstStaged = await stagePage(database, toPage(id, 1));
    await database.transaction((tx) => readAgain(tx, [id]));

    const isSecondStaged = await stagePage(database, toPage(id, 2));

    expect([isFirstStaged, isSecondStaged]).toEqual([true, false]);
    expect(await loadRestStream(database, id, 'review-comments')).toMatchObject({ nextPage: 1 });
    expect(await database.query('select from staged_entry where repository_id = $1::bigint', [id])).toEqual(
      [],
    );
  });

  test('that another worker has read on from does not take the list back', async () => {
    const story = await start(spoken(1));
    const id = await story.repositoryId('api');
    for (const page of [1, 2]) await stagePage(database, toPage(id, page));

    const isStaged = await stagePage(database, toPage(id, 1));

    expect(isStaged).toBe(false);
    expect(await loadRestStream(database, id, 'review-comments')).toMatchObject({ nextPage: 3 });
  });
});
