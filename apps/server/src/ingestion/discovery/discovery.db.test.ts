import { craftRepository } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { type Story, type StoryOptions, startStory } from '../testing/start-story.ts';

const database = await testDatabase();

const craft = (name: string, record: NonNullable<Parameters<typeof craftRepository>[0]>['record'] = {}) =>
  craftRepository({ fullName: `acme/${name}`, admins: ['ada'], pulls: name.length, record });

const start = async (options: StoryOptions = {}): Promise<Story> => {
  const story = await startStory(
    database,
    {
      sources: [
        craft('api'),
        craft('legacy', { isArchived: true }),
        craft('copy', { isFork: true }),
        craft('notes'),
      ],
    },
    options,
  );
  await story.discover();
  return story;
};

const loadChosen = ({ connectionId }: Story) =>
  database.query<{ name: string; total: number }>(
    `select v_repository.name, repository_sync.total
     from repository_sync
     join v_repository on v_repository.repository_id = repository_sync.repository_id
     where repository_sync.connection_id = $1::bigint
       and repository_sync.is_chosen
     order by v_repository.name`,
    [connectionId],
  );

const loadNames = async (story: Story): Promise<readonly string[]> =>
  (
    await database.query<{ name: string }>(
      'select name from v_repository where organisation_id = $1::bigint order by name',
      [story.organisationId],
    )
  ).map(({ name }) => name);

const loadAttention = async ({ connectionId }: Story): Promise<string | null> =>
  (
    await database.query<{ attention_text: string | null }>(
      'select attention_text from connection where connection_id = $1::bigint',
      [connectionId],
    )
  )[0]!.attention_text;

/** As if what is known had been seen a minute ago: GitHub's clock only counts seconds. */
const age = () => database.query(`update repository set observed_at = observed_at - interval '1 minute'`);

interface ListedRepository {
  readonly name: string;
  readonly databaseId: number;
}

/** Changes what GitHub lists. */
const relist = (
  story: Story,
  change: (nodes: ListedRepository[]) => ListedRepository[],
  total?: number,
): void => {
  story.proxy.change = (passing, body) => {
    if (passing.operation !== 'organisationRepositories') return body;
    const answer = JSON.parse(body);
    const list = answer.data.organization.repositories;
    list.nodes = change(list.nodes);
    list.totalCount = total ?? list.nodes.length;
    return JSON.stringify(answer);
  };
};

describe('the choice', () => {
  test('of all leaves out archived ones and forks, and knows the counts before anything is read', async () => {
    expect(await loadChosen(await start())).toEqual([
      { name: 'api', total: 3 },
      { name: 'notes', total: 5 },
    ]);
  });

  test('of all may include them', async () => {
    const chosen = await loadChosen(await start({ includesArchived: true, includesForks: true }));

    expect(chosen.map(({ name }) => name)).toEqual(['api', 'copy', 'legacy', 'notes']);
  });

  test('of some is by GitHub’s ids, whatever they are', async () => {
    const all = await start();
    const [legacy] = await database.query<{ github_id: number }>(
      `select github_id from v_repository where name = 'legacy' and organisation_id = $1::bigint`,
      [all.organisationId],
    );

    const some = await start({ repositoryChoice: 'some', chosen: [legacy!.github_id] });

    expect((await loadChosen(some)).map(({ name }) => name)).toEqual(['legacy']);
  });

  test('lets go of a repository that was archived, and keeps what was read', async () => {
    const story = await start();
    await story.readAll('api');
    relist(story, (nodes) =>
      nodes.map((node) =>
        node.name === 'api' ? { ...node, isArchived: true, updatedAt: '2026-09-09T09:09:09Z' } : node,
      ),
    );

    await story.discover();

    expect((await loadChosen(story)).map(({ name }) => name)).toEqual(['notes']);
    expect(await story.turn('api')).toEqual({ kind: 'parked' });
    expect(
      await database.query(
        'select count(*)::integer as count from v_pull_request where repository_id = $1::bigint',
        [await story.repositoryId('api')],
      ),
    ).toEqual([{ count: 3 }]);
  });
});

describe('a repository', () => {
  test('renamed is read on under its new name', async () => {
    const story = await start();
    await story.readAll('api');
    const id = await story.repositoryId('api');
    relist(story, (nodes) =>
      nodes.map((node) =>
        node.name === 'api' ? { ...node, name: 'api-2', updatedAt: '2026-09-09T09:09:09Z' } : node,
      ),
    );

    await story.discover();

    expect(await story.repositoryId('api-2')).toBe(id);
    expect(await story.turn('api-2', true)).toEqual({ kind: 'done' });
  });

  test('renamed under the same version is looked up at once', async () => {
    const story = await start();
    relist(story, (nodes) => nodes.map((node) => (node.name === 'api' ? { ...node, name: 'api-2' } : node)));
    await age();

    await story.discover();

    expect(await loadNames(story)).toContain('api-2');
  });

  test('that is not listed any more is read no more, and keeps what was read', async () => {
    const story = await start();
    await story.readAll('api');
    const id = await story.repositoryId('api');
    relist(story, (nodes) => nodes.filter(({ name }) => name !== 'api'));
    await age();

    await story.discover();

    expect(await loadNames(story)).toEqual(['copy', 'legacy', 'notes']);
    expect(await story.turn('api')).toEqual({ kind: 'parked' });
    expect(
      await database.query(
        'select count(*)::integer as count from pull_request where repository_id = $1::bigint',
        [id],
      ),
    ).toEqual([{ count: 3 }]);
  });

  test('missing in a list that is not whole is not missed', async () => {
    const story = await start();
    relist(story, (nodes) => nodes.filter(({ name }) => name !== 'api'), 4);
    await age();

    await story.discover();

    expect(await loadNames(story)).toContain('api');
    expect(await loadAttention(story)).toBeNull();
  });

  test('that GitHub hides while it is read has its list looked at, and is tried again later', async () => {
    const story = await start();
    story.proxy.change = (passing, body) =>
      passing.operation === 'pullRequestsPage' ? '{"data":{"node":null}}' : body;

    const step = await story.turn('api');

    expect(step.kind).toBe('later');
    expect(await loadNames(story)).toContain('api');
    expect(
      await database.query(`select failure_code from repository_sync where repository_id = $1::bigint`, [
        await story.repositoryId('api'),
      ]),
    ).toEqual([{ failure_code: 'github-gone' }]);
  });
});

describe('most of the repositories', () => {
  test('missing at once are a token that sees less, until somebody says otherwise', async () => {
    const story = await start();
    relist(story, (nodes) => nodes.filter(({ name }) => name === 'notes'));
    await age();

    await story.discover();
    const names = await loadNames(story);
    const attention = await loadAttention(story);
    await story.discover(true);

    expect(names).toEqual(['api', 'copy', 'legacy', 'notes']);
    expect(attention).toContain('GitHub now shows 1 of the 4 repositories it showed before');
    expect(await loadNames(story)).toEqual(['notes']);
    expect(await loadAttention(story)).toBeNull();
  });
});

describe('an organisation that is not shown', () => {
  test('is said where its connection is', async () => {
    const story = await start({ organisation: 'nobody' });

    expect(await loadAttention(story)).toContain('GitHub shows nothing there to this token');
  });
});
