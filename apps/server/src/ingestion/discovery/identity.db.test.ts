import { craftRepository, startEmulator } from '@throughline/github-emulator';
import { afterAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { readNextPage } from '../reading/read-next-page.client.ts';
import { tryConnection } from '../sweep/recheck-pull-requests.jobs.ts';
import { refreshLogins } from '../sweep/refresh-logins.client.ts';
import { loadCounts } from '../testing/load-counts.ts';
import { runningJob, type Story, startStory } from '../testing/start-story.ts';

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

describe('a repository', () => {
  test('transferred into the organisation is read from then on', async () => {
    const story = await start();
    const other = story.emulator.control.truth().find(({ fullName }) => fullName === 'elsewhere/other');
    await age();

    story.emulator.control.editRepository({ kind: 'transferred', repositoryId: other!.id, owner: 'acme' });
    await story.sweep();
    await story.discover();
    await story.readAll('other');

    expect(await loadShown(story)).toEqual(['api', 'notes', 'other', 'web']);
    expect(await loadCounts(database, await story.repositoryId('other'))).toMatchObject({ pullRequests: 1 });
  });

  test('archived and archived no more is the same one, and what changed meanwhile is read', async () => {
    const story = await start();
    const id = await story.repositoryId('api');
    const repositoryId = await loadGithubId(id);
    const { control } = story.emulator;
    await age();
    control.editRepository({ kind: 'archived', repositoryId, isArchived: true });
    await story.discover();
    const archived = await story.turn('api', true);
    await age();
    await database.query(
      `update repository_sync set watermark_at = '2000-01-01' where repository_id = $1::bigint`,
      [id],
    );
    await database.query('delete from pull_request where repository_id = $1::bigint and number = 3', [id]);

    control.editRepository({ kind: 'archived', repositoryId, isArchived: false });
    await story.discover();
    await story.clock.shift(10);
    await database.query('delete from pgboss.job');
    await story.sweep();
    await story.turn('api', true);

    expect(archived).toEqual({ kind: 'parked' });
    expect(await story.repositoryId('api')).toBe(id);
    expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 3 });
  });

  test('deleted and made again under the old name is another one; the old one keeps its history', async () => {
    const story = await start();
    const id = await story.repositoryId('api');
    const { control } = story.emulator;
    const other = control.truth().find(({ fullName }) => fullName === 'elsewhere/other');
    await age();

    control.editRepository({ kind: 'deleted', repositoryId: await loadGithubId(id) });
    control.editRepository({ kind: 'renamed', repositoryId: other!.id, name: 'api' });
    control.editRepository({ kind: 'transferred', repositoryId: other!.id, owner: 'acme' });
    await story.discover();
    const rows = await database.query<{ repository_id: number; is_gone: boolean }>(
      `select repository_id, gone_at is not null as is_gone
       from repository
       where organisation_id = $1::bigint
         and name = 'api'
       order by repository_id`,
      [story.organisationId],
    );
    const [, made] = rows;
    await database.query('update repository_sync set expected_at = null');
    const step = await readNextPage(story.deps, {
      repositoryId: made!.repository_id,
      isForced: false,
      signal: new AbortController().signal,
    });

    expect(rows).toEqual([
      { repository_id: id, is_gone: true },
      { repository_id: made!.repository_id, is_gone: false },
    ]);
    expect(step).toEqual({ kind: 'done' });
    expect(await loadCounts(database, made!.repository_id)).toMatchObject({ pullRequests: 1 });
    expect(
      await database.query('select from pull_request where repository_id = $1::bigint', [id]),
    ).toHaveLength(3);
  });
});

describe('a login that a stranger has taken', () => {
  const pull = { createdAt: '2026-03-02T10:00:00Z', updatedAt: '2026-03-02T10:00:00Z', reviews: 0 };
  const later = { createdAt: '2026-03-09T10:00:00Z', updatedAt: '2026-03-09T10:00:00Z', reviews: 0 };
  const bobId = 7_001;
  const strangerId = 7_002;
  const before = craftRepository({
    fullName: 'acme/api',
    admins: ['ada'],
    accounts: [{ login: 'bob', id: bobId }],
    pulls: [{ ...pull, author: 'bob' }],
  });
  const after = craftRepository({
    fullName: 'acme/api',
    admins: ['ada'],
    accounts: [
      { login: 'bob-codes', id: bobId },
      { login: 'bob', id: strangerId },
    ],
    pulls: [
      { ...pull, author: 'bob-codes' },
      { ...later, author: 'bob' },
    ],
  });

  test('is theirs from then on, and what was done under it stays with whom it was done by', async () => {
    const story = await startStory(database, { sources: [before] });
    await story.discover();
    await story.readAll('api');
    const id = await story.repositoryId('api');
    const emulator = await startEmulator({
      shape: 'enterprise-server',
      sources: [after],
      tokens: [{ kind: 'classic', login: 'ada', value: story.emulator.tokens[0]!.value }],
    });
    afterAll(() => emulator.close());
    story.proxy.target = emulator.origin;
    await database.query(
      `update account set observed_at = observed_at - interval '1 minute' where host_id = $1::bigint`,
      [story.hostId],
    );
    await story.turn('api', true);

    await tryConnection(story.deps, story.connectionId, runningJob.signal, ({ client }) =>
      refreshLogins(story.deps, client, story.connectionId),
    );

    expect(
      await database.query(
        `select v_pull_request.number, v_account.login, v_account.github_id as "githubId"
         from v_pull_request
         join v_account on v_account.account_id = v_pull_request.author_account_id
         where v_pull_request.repository_id = $1::bigint
         order by v_pull_request.number`,
        [id],
      ),
    ).toEqual([
      { number: 1, login: 'bob-codes', githubId: bobId },
      { number: 2, login: 'bob', githubId: strangerId },
    ]);
  });
});
