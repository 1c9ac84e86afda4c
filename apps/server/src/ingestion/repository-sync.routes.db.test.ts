import {
  getQuotaHistory,
  getRepositorySync,
  getSync,
  listRepositorySync,
  listRepositorySyncRows,
  readConnectionAgain,
  readRepositoryAgain,
  repairRepository,
} from '@throughline/contract';
import { craftRepository } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import { accessRoutes } from '../access/index.ts';
import { startTestApi } from '../http/testing/index.ts';
import { testDatabase } from '../platform/sql/testing/index.ts';
import { countWhatChanged } from './completeness/count-completeness.jobs.ts';
import { ingestionRoutes } from './sync.routes.ts';
import { startStory } from './testing/start-story.ts';

const database = await testDatabase();
const story = await startStory(database, {
  sources: [
    craftRepository({ fullName: 'acme/api', admins: ['ada'], pulls: 12 }),
    craftRepository({ fullName: 'acme/docs', admins: ['ada'], pulls: 3 }),
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

await story.discover();
for (const name of ['api', 'docs', 'web']) await story.readAll(name);
await countWhatChanged(database);
const apiId = await story.repositoryId('api');
const docsId = await story.repositoryId('docs');
const webId = await story.repositoryId('web');
const ofApi = { params: { ...params, repositoryId: apiId } };

const list = (query: NonNullable<Parameters<typeof ask>[0]>) => ask(query);
const ask = (query: {
  q?: string;
  group?: 'all' | 'needs-you' | 'complete';
  order?: 'name' | 'most-pull-requests';
}) => administrator.call(listRepositorySync, { params, query });

describe('the repositories of a connection', () => {
  test('are all named by id, in order, with the first of them told whole', async () => {
    const byName = await list({ order: 'name' });
    const bySize = await list({ order: 'most-pull-requests' });

    expect(byName.repositoryIds).toEqual([apiId, docsId, webId]);
    expect(byName.repositories.map(({ fullName }) => fullName)).toEqual([
      'acme/api',
      'acme/docs',
      'acme/web',
    ]);
    expect(byName.groups).toEqual({ all: 3, 'needs-you': 0, reading: 0, complete: 3 });
    expect(bySize.repositoryIds).toEqual([apiId, docsId, webId]);
  });

  test('are found by part of their name, in any case', async () => {
    const { repositoryIds, groups } = await list({ q: 'DOC' });

    expect(repositoryIds).toEqual([docsId]);
    expect(groups).toEqual({ all: 1, 'needs-you': 0, reading: 0, complete: 1 });
  });

  test('a name with signs of patterns is taken as it is', async () => {
    expect((await list({ q: '%' })).repositoryIds).toEqual([]);
  });

  test('are asked for by their ids, in the order asked for; those of others are left out', async () => {
    const query = { ids: `${webId},999999,${apiId}` };
    const { repositories } = await administrator.call(listRepositorySyncRows, {
      params,
      query,
    });

    expect(repositories.map(({ fullName }) => fullName)).toEqual(['acme/web', 'acme/api']);
  });

  test.each(['', 'a', '1,,2', '1;2', Array.from({ length: 101 }, (_, at) => at + 1).join(',')])(
    'refuse ids that are none: %s',
    async (ids) => {
      const answer = await administrator.fetch(
        `/api/connections/${params.connectionId}/sync/rows?ids=${encodeURIComponent(ids)}`,
      );

      expect(answer.status).toBe(422);
    },
  );
});

describe('how much is here', () => {
  test('is told by kind of data, whole where all of it is', async () => {
    const { repositories } = await list({ order: 'name' });

    const [first, , empty] = repositories;
    expect(first?.data.map(({ kind, percent }) => [kind, percent])).toEqual([
      ['pull-requests', 100],
      ['reviews', 100],
      ['comments', 100],
      ['commits', 100],
      ['files', 100],
      ['events', 100],
      ['details', 100],
    ]);
    expect(first?.data.find(({ kind }) => kind === 'commits')?.held).toBeGreaterThan(0);
    expect(empty?.data.every(({ percent, held }) => percent === 100 && held === 0)).toBe(true);
  });

  test('names a gap with its cause, its repair and the pull requests, and is never rounded up to whole', async () => {
    // Only a twentieth of the time goes into counting, and the first count may have taken its part of it.
    await story.clock.shift(0.25);
    await cutOff('files', 3);
    await countWhatChanged(database);

    const detail = await administrator.call(getRepositorySync, ofApi);
    const { connections } = await administrator.call(getSync, {});

    expect(detail.data.find(({ kind }) => kind === 'files')?.percent).toBe(91);
    expect(detail.gaps).toEqual([
      {
        kind: 'files',
        cause: 'cut-off',
        text: expect.stringContaining('GitHub left parts of it out'),
        repair: expect.stringContaining('Repair'),
        pullRequests: 1,
        examples: [{ number: 3, url: expect.stringContaining('/acme/api/pull/3') }],
      },
    ]);
    expect(detail.entries.find(({ kind }) => kind === 'files')).toMatchObject({
      whole: 11,
      pullRequests: 12,
    });
    // 12 of 15 pull requests are in acme/api, and one of these lacks files.
    expect(connections[0]?.data.find(({ kind }) => kind === 'files')?.percent).toBe(93);
    expect(connections[0]?.data.find(({ kind }) => kind === 'commits')?.percent).toBe(100);
  });

  test('is counted again once the feed tells of a change, and not before', async () => {
    const before = await loadCounted();
    await countWhatChanged(database);
    const unchanged = await loadCounted();
    await story.clock.shift(0.5);
    await cutOff('files', 4);
    await countWhatChanged(database);
    const after = await loadCounted();

    expect(unchanged).toEqual(before);
    expect(after).toEqual(
      before.map(({ repositoryId, seq }) => ({ repositoryId, seq: repositoryId === apiId ? seq + 1 : seq })),
    );
  });

  test('is counted once more a minute later, for a change may be committed late', async () => {
    await story.clock.shift(2);
    await countWhatChanged(database);
    const [settled] = await database.query(
      'select bool_and(is_settled) as settled from completeness_count where repository_id = $1::bigint',
      [apiId],
    );

    expect(settled).toEqual({ settled: true });
  });
});

describe('a repository in need', () => {
  test('shows what was set aside, and why', async () => {
    await database.query(
      `insert into quarantined_record (repository_id, data, key, reason, detail)
       values ($1::bigint, 'pull-requests', '7', 'unreadable', 'title: expected a string')`,
      [apiId],
    );

    const detail = await administrator.call(getRepositorySync, ofApi);

    expect(detail.quarantined).toBe(1);
    expect(detail.quarantinedRecords).toMatchObject([
      { key: '7', text: 'GitHub’s answer could not be read.', detail: 'title: expected a string' },
    ]);
    expect(detail.quarantinedRecords[0]?.url).toContain('/acme/api/pull/7');
  });

  test('is repaired: what was set aside and what came cut off is asked for now', async () => {
    await database.query('delete from pgboss.job');
    await administrator.call(repairRepository, ofApi);
    const queued = await database.query('select name from pgboss.job order by name');
    const asked = await database.query(
      `select repository_id as "repositoryId" from gap_round where below is not null`,
    );
    await story.clock.shift(1);
    await story.lookUp('api');
    await countWhatChanged(database);
    const { gaps, log } = await administrator.call(getRepositorySync, ofApi);

    expect(queued).toEqual([{ name: 'look-up-pull-requests' }, { name: 'read-repository' }]);
    expect(asked).toEqual([{ repositoryId: apiId }]);
    expect(gaps).toEqual([]);
    expect(log[0]?.text).toMatch(/asked to repair acme\/api$/);
  });

  test('is read again without anything disappearing meanwhile', async () => {
    await administrator.call(readRepositoryAgain, ofApi);
    const reading = await administrator.call(getRepositorySync, ofApi);
    await story.readAll('api');
    const done = await administrator.call(getRepositorySync, ofApi);

    expect(reading).toMatchObject({ state: 'waiting', held: 12, total: 12 });
    expect(done).toMatchObject({ state: 'complete', held: 12, total: 12 });
  });

  test('is read again with all the others of its connection', async () => {
    await administrator.call(readConnectionAgain, { params });
    const { groups } = await list({});
    for (const name of ['api', 'docs', 'web']) await story.readAll(name);

    expect(groups).toEqual({ all: 3, 'needs-you': 0, reading: 3, complete: 0 });
  });

  test('and all of it stands in the audit', async () => {
    const entries = await database.query('select action from audit_entry order by audit_id');

    expect(entries.map(({ action }) => action)).toEqual([
      'repository.repaired',
      'repository.read-again',
      'connection.read-again',
    ]);
  });

  test('of another connection is not found', async () => {
    const other = { params: { ...params, repositoryId: 999_999 } };

    for (const route of [getRepositorySync, repairRepository, readRepositoryAgain] as const) {
      await expect(administrator.call(route, other)).rejects.toMatchObject({
        failure: { code: 'not-found' },
      });
    }
  });
});

test('the quota is told for each of the last 24 hours', async () => {
  const { hours } = await administrator.call(getQuotaHistory, { params });

  const graphql = hours.filter(({ resource }) => resource === 'graphql');
  expect(graphql).toHaveLength(24);
  expect(hours).toHaveLength(48);
  expect(graphql.map(({ hourAt }) => hourAt)).toEqual(graphql.map(({ hourAt }) => hourAt).toSorted());
  expect(graphql.reduce((sum, { spent }) => sum + spent.backfill, 0)).toBeGreaterThan(0);
});

/** As if GitHub had left out a part of a pull request's list. */
async function cutOff(part: string, number: number): Promise<void> {
  await database.query(
    `update pull_request_part
     set state = 'partial', reason = 'cut-off'
     where repository_id = $1::bigint and number = $2::integer and part = $3::text`,
    [apiId, number, part],
  );
  await database.query(
    `insert into change (repository_id, entity, key) values ($1::bigint, 'pull-request', $2::text)`,
    [apiId, String(number)],
  );
}

const loadCounted = () =>
  database.query<{ repositoryId: number; seq: number }>(
    `select repository_id as "repositoryId", counted_seq as seq from completeness_count order by repository_id`,
  );
