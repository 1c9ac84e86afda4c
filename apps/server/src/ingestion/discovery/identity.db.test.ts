import { craftRepository } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { loadCounts } from '../testing/load-counts.ts';
import { type Story, startStory } from '../testing/start-story.ts';

const database = await testDatabase();

const start = async (): Promise<Story> => {
  const story = await startStory(database, {
    sources: [
      ...['api', 'web', 'notes'].map((name) =>
        craftRepository({ fullName: `acme/${name}`, admins: ['ada'], pulls: 3 }),
      ),
      craftRepository({ fullName: 'elsewhere/other', admins: ['ada'], pulls: 1 }),
    ],
  });
  await story.discover();
  await story.readAll('api');
  return story;
};

/** As if what is known had been seen a minute ago: GitHub's clock only counts seconds. */
const age = () =>
  database.query(
    `update repository
     set observed_at = observed_at - interval '1 minute',
         gone_at = gone_at - interval '1 minute'`,
  );

const loadGithubId = async (id: number): Promise<number> =>
  (
    await database.query<{ github_id: number }>(
      'select github_id from repository where repository_id = $1::bigint',
      [id],
    )
  )[0]!.github_id;

const loadShown = async (story: Story): Promise<readonly string[]> =>
  (
    await database.query<{ name: string }>(
      `select name
       from v_repository
       where organisation_id = $1::bigint
       order by name`,
      [story.organisationId],
    )
  ).map(({ name }) => name);

describe('a repository transferred out of the organisation', () => {
  test('is read no more, keeps its history, and is the same one when it comes back', async () => {
    const story = await start();
    const id = await story.repositoryId('api');
    const repositoryId = await loadGithubId(id);
    const { control } = story.emulator;
    await age();

    control.editRepository({ kind: 'transferred', repositoryId, owner: 'elsewhere' });
    await story.discover();
    const away = { shown: await loadShown(story), step: await story.turn('api', true) };
    const kept = await database.query(
      'select number from pull_request where repository_id = $1::bigint order by number',
      [id],
    );
    await age();
    control.editRepository({ kind: 'transferred', repositoryId, owner: 'acme' });
    await story.discover();

    expect(away).toEqual({ shown: ['notes', 'web'], step: { kind: 'parked' } });
    expect(kept).toHaveLength(3);
    expect(await loadShown(story)).toEqual(['api', 'notes', 'web']);
    expect(await story.repositoryId('api')).toBe(id);
    expect(await story.turn('api', true)).toEqual({ kind: 'done' });
    expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 3 });
  });
});

describe('a name given up', () => {
  test('and taken by another repository makes two, each with its own history', async () => {
    const story = await start();
    const id = await story.repositoryId('api');
    const webId = await story.repositoryId('web');
    const { control } = story.emulator;
    await age();

    control.editRepository({ kind: 'deleted', repositoryId: await loadGithubId(id) });
    await story.discover();
    await age();
    control.editRepository({ kind: 'renamed', repositoryId: await loadGithubId(webId), name: 'api' });
    await story.discover();
    const rows = await database.query(
      `select repository_id, gone_at is not null as is_gone
       from repository
       where organisation_id = $1::bigint
         and name = 'api'
       order by gone_at nulls last`,
      [story.organisationId],
    );

    expect(rows).toEqual([
      { repository_id: id, is_gone: true },
      { repository_id: webId, is_gone: false },
    ]);
    expect(
      await database.query('select from pull_request where repository_id = $1::bigint', [id]),
    ).toHaveLength(3);
  });
});
