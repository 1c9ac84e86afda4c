import { craftRepository } from '@throughline/github-emulator';
import { expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { recheckPullRequests } from '../sweep/recheck-pull-requests.jobs.ts';
import { runningJob, type Story, startStory } from '../testing/start-story.ts';

const database = await testDatabase();

/** A repository in step, and a token that is revoked then. */
async function startRevoked(): Promise<Story> {
  const story = await startStory(database, {
    sources: [craftRepository({ fullName: 'acme/api', admins: ['ada'], pulls: 30 })],
  });
  await story.discover();
  await story.readAll('api');
  await database.query('delete from pgboss.job');
  story.emulator.control.changeToken({ value: story.emulator.tokens[0]!.value, isRevoked: true });
  return story;
}

const loadQueued = async (): Promise<readonly string[]> =>
  (
    await database.query<{ name: string }>(
      `select name from pgboss.job where state = 'created' and start_after <= now()`,
    )
  ).map(({ name }) => name);

test('a look-up that finds the token refused has the list asked at once, which says so', async () => {
  const story = await startRevoked();
  const id = await story.repositoryId('api');
  await database.query('insert into look_again (repository_id, number) values ($1::bigint, 1)', [id]);
  await story.clock.shift(1);

  await story.lookUp('api');

  expect(await loadQueued()).toEqual(['discover-repositories']);
});

test('a look for what left no trace that finds the token refused does too', async () => {
  const story = await startRevoked();
  await database.query(`update pull_request set state = 'open', closed_at = null, merged_at = null`);

  await story.clock.shift(1);
  for (let hour = 0; hour < 23 && (await loadQueued()).length === 0; hour += 1) {
    await recheckPullRequests(story.deps, {}, runningJob);
    await story.clock.shift(60);
  }

  expect(await loadQueued()).toContain('discover-repositories');
});

test('a list over REST that finds the token refused says so, though the other bucket is waited for', async () => {
  const story = await startStory(database, {
    sources: [craftRepository({ fullName: 'acme/api', admins: ['ada'], pulls: 60 })],
  });
  await story.discover();
  story.proxy.intercept = ({ path }) =>
    path.includes('/pulls?')
      ? {
          status: 401,
          headers: { 'content-type': 'application/json', 'x-github-request-id': '1:2:3' },
          body: '{"message":"Bad credentials"}',
        }
      : undefined;

  const step = await story.turn('api');

  const [connection] = await database.query<{ attention_code: string }>(
    'select attention_code from connection where connection_id = $1::bigint',
    [story.connectionId],
  );
  expect(step).toEqual({ kind: 'parked' });
  expect(connection).toEqual({ attention_code: 'github-not-signed-in' });
});
