import { craftRepository } from '@throughline/github-emulator';
import { expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { type Story, startStory } from '../testing/start-story.ts';

const database = await testDatabase();

/** A repository of three, of which one question fails as often as told. */
const start = async (operation: string, times: number): Promise<Story> => {
  const story = await startStory(database, {
    sources: [craftRepository({ fullName: 'acme/api', admins: ['ada'], pulls: 3 })],
  });
  await story.discover();
  let left = times;
  story.proxy.intercept = (passing) => {
    if (passing.operation !== operation || left === 0) return undefined;
    left -= 1;
    return { status: 500, headers: { 'content-type': 'text/html' }, body: '<html>Server error</html>' };
  };
  return story;
};

const countAsked = ({ proxy }: Story, operation: string): number =>
  proxy.passed.filter((passing) => passing.operation === operation).length;

test('a question that fails twice beside others that were answered is asked thrice, and the others once', async () => {
  const story = await start('pullRequestFiles', 2);

  const step = await story.turn('api');

  expect(step).toEqual({ kind: 'done' });
  expect(countAsked(story, 'pullRequestsPage')).toBe(1);
  expect(countAsked(story, 'pullRequestFiles')).toBe(3);
});

test('a question that fails again ends its page; later that question alone is asked', async () => {
  const story = await start('pullRequestFiles', 3);

  const step = await story.turn('api');
  await story.clock.shift(1);

  expect(step).toMatchObject({ kind: 'later' });
  expect(await story.turn('api')).toEqual({ kind: 'done' });
  expect(countAsked(story, 'pullRequestFiles')).toBe(4);
  expect(countAsked(story, 'pullRequestsPage')).toBe(1);
});

test('a page that waited for quota goes on where it was, and is in step as of its first question', async () => {
  const story = await start('pullRequestFiles', 0);
  let isRefusing = true;
  story.proxy.intercept = (passing) =>
    isRefusing && passing.operation === 'pullRequestFiles'
      ? { status: 429, headers: { 'retry-after': '60' }, body: '{"message":"secondary rate limit"}' }
      : undefined;
  const beganAt = story.clock.now();
  const step = await story.turn('api');
  isRefusing = false;
  await story.clock.shift(2);
  await story.turn('api');

  const [row] = await database.query<{ read_at: Date }>('select read_at from repository_sync');
  expect(step).toMatchObject({ kind: 'later' });
  expect(countAsked(story, 'pullRequestsPage')).toBe(1);
  expect(row!.read_at.getTime() - beganAt.getTime()).toBeLessThan(60_000);
});

test('an answer that could not be read is asked for again, those before it are not', async () => {
  const story = await start('pullRequestFiles', 0);
  let left = 2;
  story.proxy.intercept = ({ operation }) => {
    if (operation !== 'pullRequestFiles' || left === 0) return undefined;
    left -= 1;
    return { status: 200, headers: { 'content-type': 'application/json' }, body: '{"data":{"nodes":7}}' };
  };
  await story.turn('api');
  await story.clock.shift(1);
  await story.turn('api');
  await story.clock.shift(1);

  expect(await story.turn('api')).toEqual({ kind: 'done' });
  expect(countAsked(story, 'pullRequestFiles')).toBe(3);
  expect(countAsked(story, 'pullRequestsPage')).toBe(1);
});

test('who asks what is new is not told what was answered before', async () => {
  const story = await start('pullRequestFiles', 0);
  await story.turn('api');
  await story.clock.shift(11);
  let left = 3;
  story.proxy.intercept = ({ operation }) => {
    if (operation !== 'pullRequestFiles' || left === 0) return undefined;
    left -= 1;
    return { status: 500, headers: { 'content-type': 'text/html' }, body: '<html>Server error</html>' };
  };
  await story.turn('api');
  await story.turn('api', true);

  expect(countAsked(story, 'pullRequestsPage')).toBe(3);
});

test('nothing is asked twice at once of a GitHub that has not answered yet', async () => {
  const story = await start('pullRequestsPage', 1);

  expect(await story.turn('api')).toMatchObject({ kind: 'later' });
  expect(countAsked(story, 'pullRequestsPage')).toBe(1);
});

test('a list of many files goes on where its look-up failed, while the pull request has not changed', async () => {
  const story = await startStory(database, {
    sources: [craftRepository({ fullName: 'acme/api', admins: ['ada'], pulls: [{ files: 520 }] })],
  });
  await story.discover();
  await story.readAll('api');
  await database.query('insert into look_again (repository_id, number) values ($1::bigint, 1)', [
    await story.repositoryId('api'),
  ]);
  await story.clock.shift(1);
  const before = countAsked(story, 'pullRequestFilesOn');
  story.proxy.intercept = ({ operation }) =>
    operation === 'pullRequestFilesOn' && countAsked(story, operation) === before + 4
      ? { status: 429, headers: { 'retry-after': '60' }, body: '{"message":"secondary rate limit"}' }
      : undefined;

  await story.lookUp('api');
  await story.clock.shift(3);
  await story.lookUp('api');

  expect(await database.query('select from look_again')).toEqual([]);
  expect(countAsked(story, 'pullRequestFilesOn') - before).toBe(6);
});

test('long lists of files that were left for later go on where their question was refused', async () => {
  const usual = Array.from({ length: 29 }, () => ({ files: 1 }));
  const story = await startStory(database, {
    sources: [craftRepository({ fullName: 'acme/api', admins: ['ada'], pulls: [...usual, { files: 520 }] })],
  });
  await story.discover();
  let left = 1;
  story.proxy.intercept = ({ operation }) => {
    if (operation !== 'pullRequestFilesOn' || countAsked(story, operation) < 4 || left === 0)
      return undefined;
    left -= 1;
    return { status: 429, headers: { 'retry-after': '60' }, body: '{"message":"secondary rate limit"}' };
  };

  await story.readAll('api');
  await story.clock.shift(2);
  await story.readAll('api');

  const files = await database.query('select from v_pull_request_file where number = 30');
  expect(files).toHaveLength(520);
  expect(countAsked(story, 'pullRequestFilesOn')).toBe(6);
});
