import { craftRepository } from '@throughline/github-emulator';
import { expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { loadLog } from '../sync-log.sql.ts';
import { loadSync } from '../testing/load-counts.ts';
import { type Story, startStory } from '../testing/start-story.ts';

const database = await testDatabase();

async function start(schemaWithout: readonly string[]): Promise<Story> {
  const story = await startStory(database, {
    schemaWithout,
    sources: [
      craftRepository({
        fullName: 'acme/api',
        admins: ['ada'],
        pulls: [{ closingIssueNumbers: [9] }, { reviews: 2 }],
        issues: [{ number: 9 }],
      }),
    ],
  });
  await story.discover();
  return story;
}

const countPages = (story: Story): number =>
  story.proxy.passed.filter(({ operation }) => operation === 'pullRequestsPage').length;

test('an older host is read without what it lacks, which is named where it is missing and in the log', async () => {
  const story = await start(['PullRequest.closingIssuesReferences', 'PullRequest.isInMergeQueue']);
  const id = await story.repositoryId('api');

  await story.readAll('api');

  expect(await loadSync(database, id)).toMatchObject({ is_complete: true, held_count: 2 });
  expect(
    await database.query(
      `select distinct part, state, reason_code
       from v_pull_request_part
       where repository_id = $1::bigint
         and state <> 'complete'`,
      [id],
    ),
  ).toEqual([{ part: 'closing-issues', state: 'unavailable', reason_code: 'not-offered' }]);
  expect((await loadLog(database, story.connectionId)).map(({ text }) => text)).toContain(
    'This version of GitHub Enterprise Server lacks PullRequest.closingIssuesReferences, PullRequest.isInMergeQueue: everything else is read',
  );
});

test('a host that lacks what reading needs has failed, says what, and is tried again once a day', async () => {
  const story = await start(['PullRequest.fullDatabaseId']);
  const id = await story.repositoryId('api');

  const step = await story.turn('api');

  expect(step).toMatchObject({ kind: 'later' });
  const [sync] = await database.query<{ code: string; text: string; count: number; hours: number }>(
    `select
       failure_code as code, failure_text as text, failure_count as count,
       extract(epoch from wait_until - app_now())::float8 / 3600 as hours
     from repository_sync
     where repository_id = $1::bigint`,
    [id],
  );
  expect(sync).toMatchObject({
    code: 'github-schema-lacks-field',
    text: expect.stringContaining('It lacks PullRequest.fullDatabaseId.'),
    count: 3,
  });
  expect(sync!.hours).toBeGreaterThan(23.9);
  expect(countPages(story)).toBe(1);
});
