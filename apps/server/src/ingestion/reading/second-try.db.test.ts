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

test('a question that fails once beside others that were answered is asked twice, and the others once', async () => {
  const story = await start('pullRequestFiles', 1);

  const step = await story.turn('api');

  expect(step).toEqual({ kind: 'done' });
  expect(countAsked(story, 'pullRequestsPage')).toBe(1);
  expect(countAsked(story, 'pullRequestFiles')).toBe(2);
});

test('a question that fails again ends its page, which is asked for later', async () => {
  const story = await start('pullRequestFiles', 2);

  expect(await story.turn('api')).toMatchObject({ kind: 'later' });
  expect(countAsked(story, 'pullRequestFiles')).toBe(2);
});

test('nothing is asked twice at once of a GitHub that has not answered yet', async () => {
  const story = await start('pullRequestsPage', 1);

  expect(await story.turn('api')).toMatchObject({ kind: 'later' });
  expect(countAsked(story, 'pullRequestsPage')).toBe(1);
});
