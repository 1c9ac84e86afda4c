import { craftRepository } from '@throughline/github-emulator';
import { expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { startStory } from '../testing/start-story.ts';
import { loadRepositoriesToLookUp } from './look-again.sql.ts';

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

test('what is too much together is looked up one by one, and what is too much alone waits a day', async () => {
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
