import { craftRepository } from '@throughline/github-emulator';
import { expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { startStory } from '../testing/start-story.ts';

const database = await testDatabase();

const count = async (text: string, repositoryId: number): Promise<unknown> => {
  const [row] = await database.query<{ count: number }>(
    `select count(*)::integer as count from ${text} where repository_id = $1::bigint`,
    [repositoryId],
  );
  return row?.count;
};

test('a repository is read whole, lists beyond a page included', async () => {
  const story = await startStory(database, {
    sources: [
      craftRepository({
        fullName: 'acme/api',
        admins: ['ada'],
        pulls: [
          { author: 'bob', reviews: 120, threads: 40, comments: 35, commits: 60, files: 130 },
          { author: 'ghost', headRepository: 'gone', commits: 'gone' },
          { author: 'cyd', state: 'OPEN', files: 'unavailable', size: 'unknown' },
        ],
      }),
    ],
  });
  await story.discover();

  const step = await story.readAll('api');

  const id = await story.repositoryId('api');
  expect(step).toEqual({ kind: 'done' });
  expect(await count('v_pull_request', id)).toBe(3);
  expect(await count('v_pull_request_review', id)).toBe(122);
  expect(await count('v_pull_request_review_thread', id)).toBe(40);
  expect(await count('v_pull_request_comment', id)).toBe(75);
  expect(await count('v_pull_request_commit', id)).toBe(61);
  expect(await count('v_pull_request_file', id)).toBe(131);
});
