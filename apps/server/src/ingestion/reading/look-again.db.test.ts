import { craftRepository } from '@throughline/github-emulator';
import { expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { startStory } from '../testing/start-story.ts';
import { loadRepositoriesToLookUp, putOffLookUps } from './look-again.sql.ts';

const database = await testDatabase();

test('what is to be looked up of a repository that left waits for its return, and holds up no other', async () => {
  const story = await startStory(database, {
    sources: [craftRepository({ fullName: 'acme/api', admins: ['ada'], pulls: 1 })],
  });
  await story.discover();
  const id = await story.repositoryId('api');
  await database.query('insert into look_again (repository_id, number) values ($1::bigint, 1)', [id]);
  await story.clock.shift(1);

  const there = await loadRepositoriesToLookUp(database);
  await database.query('update repository set gone_at = app_now() where repository_id = $1::bigint', [id]);
  const gone = await loadRepositoriesToLookUp(database);

  expect([there, gone]).toEqual([[id], []]);
});

test('nothing is looked up of a paused connection, so that it holds up no other', async () => {
  const { id } = await ask(1);

  await database.query('update connection set paused_at = app_now()');
  const paused = await loadRepositoriesToLookUp(database);
  await database.query('update connection set paused_at = null');

  expect([paused, await loadRepositoriesToLookUp(database)]).toEqual([[], [id]]);
});

test('what is too much together is looked up one by one, and what is too much alone waits', async () => {
  const { story, id } = await ask(4);
  const nodeId = await findNodeId(id, 2);
  story.proxy.change = ({ operation, body: asked }, body) => {
    if (operation !== 'pullRequests') return body;
    const ids = JSON.parse(asked).variables.ids;
    return ids.length > 1 || ids.includes(nodeId) ? timedOut : body;
  };

  await story.lookUp('api');
  const waiting = await loadWaiting(id);
  await story.clock.shift(25 * 60);
  story.proxy.change = (_, body) => body;
  await story.lookUp('api');

  expect(waiting).toEqual([{ number: 2, is_due: false }]);
  expect(await loadWaiting(id)).toEqual([]);
});

test('several that fail keep no other waiting, wherever they stand, and one that waits alone waits too', async () => {
  const { story, id } = await ask(8);
  const bad = await Promise.all([1, 2, 3].map((number) => findNodeId(id, number)));
  story.proxy.intercept = ({ operation, body }) =>
    operation === 'pullRequests' && bad.some((nodeId) => body.includes(nodeId ?? ''))
      ? { status: 502, headers: {}, body: '<html>' }
      : undefined;

  await story.lookUp('api');
  const waiting = await loadWaiting(id);
  await database.query('update look_again set asked_at = app_now() where number = 1');
  await story.clock.shift(2);
  await story.lookUp('api');

  expect(waiting).toEqual([1, 2, 3].map((number) => ({ number, is_due: false })));
  expect(await loadWaiting(id)).toEqual(expect.arrayContaining([{ number: 1, is_due: false }]));
});

test('one that fails alone waits a minute, and four times as long after each further failure, a day at most', async () => {
  const { id } = await ask(1);
  const failed = { key: '1', number: 1, nodeId: undefined, isDeciding: true };
  const waits: number[] = [];
  for (let count = 0; count < 9; count += 1) {
    await putOffLookUps(database, id, [failed]);
    const [row] = await database.query<{ minutes: number }>(
      `select round(extract(epoch from asked_at - app_now()) / 60)::integer as minutes from look_again`,
    );
    waits.push(row!.minutes);
  }

  expect(waits).toEqual([1, 4, 16, 64, 256, 1_024, 1_440, 1_440, 1_440]);
});

test('while GitHub answers nothing of a repository, nothing of it is put off, and it is asked as seldom as for pages', async () => {
  const { story, id } = await ask(8);
  story.proxy.intercept = () => ({ status: 502, headers: {}, body: '<html>' });
  await database.query(
    `update repository_sync
     set wait_reason = 'retry', wait_until = app_now() + interval '1 hour'
     where repository_id = $1::bigint`,
    [id],
  );
  await database.query('delete from pgboss.job');
  const before = story.proxy.passed.length;

  await story.lookUp('api');

  const jobs = await database.query(
    `select name, start_after > app_now() + interval '59 minutes' as is_late from pgboss.job`,
  );
  expect(await loadWaiting(id)).toHaveLength(8);
  expect(await loadWaiting(id)).not.toContainEqual(expect.objectContaining({ is_due: false }));
  expect(story.proxy.passed.length - before).toBeLessThanOrEqual(4);
  expect(jobs).toEqual([{ name: 'look-up-pull-requests', is_late: true }]);
});

test('many repositories of which GitHub answers nothing do not keep the others waiting', async () => {
  const { story, id } = await ask(1);
  await database.query(
    `with made as (
       insert into repository (
         host_id, github_id, organisation_id, node_id, owner_login, name, visibility, is_archived, is_fork,
         source_version, observed_at)
       select
         host_id, 9000 + n, organisation_id, 'R_' || n, owner_login, 'twin-' || n, visibility, false, false,
         source_version, observed_at
       from repository, generate_series(1, 200) as n
       where repository_id = $1::bigint
       returning repository_id),
     read as (
       insert into repository_sync (repository_id, data, connection_id, is_chosen, page_size)
       select repository_id, 'pull-requests', $2::bigint, true, 20 from made)
     insert into look_again (repository_id, number)
     select repository_id, 1 from made`,
    [id, story.connectionId],
  );
  await story.clock.shift(2);

  const seen = new Set<number>();
  for (let times = 0; times < 30; times += 1) {
    for (const repositoryId of await loadRepositoriesToLookUp(database)) seen.add(repositoryId);
  }

  expect(seen.size).toBe(201);
});

const timedOut = JSON.stringify({
  data: null,
  errors: [
    { message: 'Something went wrong while executing your query. This may be the result of a timeout.' },
  ],
});

/** A repository read whole, all of whose pull requests are to be looked up. */
async function ask(pulls: number) {
  await database.query('delete from look_again');
  const story = await startStory(database, {
    sources: [craftRepository({ fullName: 'acme/api', admins: ['ada'], pulls })],
  });
  await story.discover();
  await story.readAll('api');
  const id = await story.repositoryId('api');
  await database.query(
    'insert into look_again (repository_id, number) select $1::bigint, n from generate_series(1, $2::integer) as n',
    [id, pulls],
  );
  await story.clock.shift(1);
  return { story, id };
}

const findNodeId = async (repositoryId: number, number: number) => {
  const [row] = await database.query<{ node_id: string }>(
    'select node_id from pull_request where repository_id = $1::bigint and number = $2::integer',
    [repositoryId, number],
  );
  return row?.node_id;
};

const loadWaiting = (repositoryId: number) =>
  database.query(
    'select number, asked_at < app_now() as is_due from look_again where repository_id = $1::bigint',
    [repositoryId],
  );
