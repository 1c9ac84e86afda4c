import { craftRepository } from '@throughline/github-emulator';
import { expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { loadCounts } from '../testing/load-counts.ts';
import { startStory } from '../testing/start-story.ts';

const database = await testDatabase();

test('a pull request of thousands of commits, comments and files is read whole, beside the others of its page', {
  timeout: 60_000,
}, async () => {
  const story = await startStory(database, {
    sources: [
      craftRepository({
        fullName: 'acme/api',
        admins: ['ada'],
        pulls: [{ commits: 4_000, comments: 2_000, files: 65_000 }, {}],
      }),
    ],
  });
  await story.discover();
  const id = await story.repositoryId('api');

  await story.readAll('api');

  expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 2, files: 65_001, comments: 2_000 });
  expect(
    await database.query(
      `select number, part, state
       from v_pull_request_part
       where repository_id = $1::bigint
         and state <> 'complete'`,
      [id],
    ),
  ).toEqual([]);
});
