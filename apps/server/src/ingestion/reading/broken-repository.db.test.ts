import { craftRepository } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { loadCounts, loadSync } from '../testing/load-counts.ts';
import { runningJob, type Story, startStory } from '../testing/start-story.ts';
import { readRepository } from './read-repository.jobs.ts';

const database = await testDatabase();

const names = ['api', 'docs', 'web'] as const;

async function start(): Promise<Story> {
  const story = await startStory(database, {
    sources: names.map((name) => craftRepository({ fullName: `acme/${name}`, admins: ['ada'], pulls: 60 })),
  });
  await story.discover();
  return story;
}

/** Answers 502 to whatever is asked of one repository, at once. */
async function breakOne(story: Story, name: string): Promise<void> {
  const [row] = await database.query<{ nodeId: string; githubId: number }>(
    'select node_id as "nodeId", github_id as "githubId" from repository where repository_id = $1::bigint',
    [await story.repositoryId(name)],
  );
  story.proxy.intercept = ({ path, variables }) =>
    variables['repository'] === row!.nodeId || path.includes(`/repositories/${row!.githubId}/`)
      ? { status: 502, headers: {}, body: '<html>Bad gateway</html>' }
      : undefined;
}

const readInJob = async (story: Story, name: string): Promise<void> =>
  readRepository(story.deps, { repositoryId: await story.repositoryId(name), isForced: false }, runningJob);

/** In how many minutes the repository is tried again. */
async function loadWait(story: Story, name: string): Promise<number> {
  const [row] = await database.query<{ minutes: number }>(
    `select extract(epoch from wait_until - app_now())::float8 / 60 as minutes
     from repository_sync
     where repository_id = $1::bigint`,
    [await story.repositoryId(name)],
  );
  return row!.minutes;
}

describe('a repository that answers 502 to everything', () => {
  test('has failed after three tries, with a cause, is tried ever more rarely, and the others are read', async () => {
    const story = await start();
    await breakOne(story, 'docs');
    const waits: number[] = [];
    for (let count = 1; count <= 16; count += 1) {
      for (const name of names) await readInJob(story, name);
      waits.push(await loadWait(story, 'docs'));
      await story.clock.shift(Math.max(0.05, waits.at(-1)!));
    }

    const [failed] = await database.query(
      `select failure_code, failure_count, failure_text
       from repository_sync
       where repository_id = $1::bigint`,
      [await story.repositoryId('docs')],
    );
    for (const name of ['api', 'web'])
      expect(await loadSync(database, await story.repositoryId(name))).toMatchObject({
        held_count: 60,
        is_complete: true,
      });
    expect(failed).toMatchObject({
      failure_code: 'github-server',
      failure_count: 16,
      failure_text: expect.stringContaining('GitHub did not finish'),
    });
    expect(waits.slice(0, 8).every((minutes) => minutes < 7)).toBe(true);
    expect(waits[10]).toBeGreaterThan(15);
    expect(waits[15]).toBeGreaterThan(85);
    expect(await database.query('select from quarantined_record')).toEqual([]);
  });

  test('is read on as soon as GitHub, which had not answered its connection either, does again', async () => {
    const story = await start();
    await breakOne(story, 'docs');
    await readInJob(story, 'docs');
    await database.query('delete from pgboss.job');
    story.proxy.intercept = () => ({ status: 502, headers: {}, body: '<html>' });
    await story.discover();
    story.proxy.intercept = () => undefined;

    await story.discover();

    expect(
      await database.query(
        `select data ->> 'isForced' as forced
         from pgboss.job
         where name = 'read-repository'
           and (data ->> 'repositoryId')::bigint = $1::bigint`,
        [await story.repositoryId('docs')],
      ),
    ).toEqual([{ forced: 'true' }]);
  });

  test('in step is not asked more often because it changes', async () => {
    const story = await start();
    await readInJob(story, 'docs');
    const id = await story.repositoryId('docs');
    await database.query(
      `update repository_sync
       set watermark_at = '2000-01-01', wait_reason = 'retry', wait_until = app_now() + interval '1 hour',
         failure_code = 'github-server', failure_text = 'No.', failure_count = 9
       where repository_id = $1::bigint`,
      [id],
    );
    await database.query('delete from pgboss.job');

    await story.sweep();

    expect(await database.query(`select from pgboss.job where name = 'read-repository'`)).toEqual([]);
  });
});

test('a size that GitHub did not finish three times is not grown into again at once', async () => {
  const story = await start();
  const id = await story.repositoryId('api');
  const asked: number[] = [];
  story.proxy.intercept = ({ operation, variables }) => {
    const size = Number(variables['first']);
    if (operation === 'pullRequestsPage') asked.push(size);
    return operation === 'pullRequestsPage' && size > 14
      ? { status: 502, headers: {}, body: '<html>' }
      : undefined;
  };

  for (let count = 0; count < 12; count += 1) {
    await readInJob(story, 'api');
    await story.clock.shift(1);
  }

  expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 60 });
  expect(asked.filter((size) => size > 14)).toHaveLength(6);
});
