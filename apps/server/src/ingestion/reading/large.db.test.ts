import { type CraftedPull, craftRepository } from '@throughline/github-emulator';
import { expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { loadCounts, loadSync } from '../testing/load-counts.ts';
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
        pulls: [{ commits: 4_000, comments: 9_000, files: 65_000 }, {}],
      }),
    ],
  });
  await story.discover();
  const id = await story.repositoryId('api');

  await story.readAll('api');

  expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 2, files: 65_001, comments: 9_000 });
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

/** `npm run long -- whole` reads them all. */
const openPulls = process.env['THROUGHLINE_WHOLE'] === '1' ? 10_000 : 2_000;

test(`${openPulls} open pull requests are read whole, each page once`, {
  timeout: 120_000,
}, async () => {
  const pulls = Array.from(
    { length: openPulls },
    (): CraftedPull => ({ state: 'OPEN', commits: 1, reviews: 0, files: 1 }),
  );
  const story = await startStory(database, {
    sources: [craftRepository({ fullName: 'acme/wide', admins: ['ada'], pulls })],
    constants: { timeoutSeconds: 3_600 },
  });
  await story.discover();
  const id = await story.repositoryId('wide');

  for (let page = 0; page < 400; page += 1) {
    const step = await story.turn('wide');
    if (step.kind !== 'again') break;
  }

  expect(await loadSync(database, id)).toMatchObject({
    held_count: openPulls,
    total: openPulls,
    is_complete: true,
  });
  expect(await loadCounts(database, id)).toMatchObject({ pullRequests: openPulls, files: openPulls });
  const pages = story.proxy.passed
    .filter(({ operation }) => operation === 'pullRequestsPage')
    .map(({ variables }) => variables['after']);
  expect(pages.length).toBeLessThan(200);
  expect(new Set(pages).size).toBe(pages.length);
});

test('whoever and whatever is gone, and events of unknown kinds, cost nothing else', async () => {
  const story = await startStory(database, {
    sources: [
      craftRepository({
        fullName: 'acme/gone',
        admins: ['ada'],
        pulls: [
          {
            author: 'ghost',
            mergedBy: 'ghost',
            headRepository: 'gone',
            commits: 'gone',
            reviews: [{ author: 'ghost' }],
            comments: [{ author: 'ghost' }],
            threads: [{ isResolved: true, resolvedBy: 'ghost', comments: [{ author: 'ghost' }] }],
            requestedReviewers: [],
            events: [{ kind: 'ReviewRequestedEvent', requestedReviewer: 'ghost' }],
          },
          {},
        ],
      }),
    ],
  });
  story.proxy.change = ({ operation }, body) =>
    operation === 'pullRequestsPage' ? body.replaceAll('"ReviewRequestedEvent"', '"EventOfTomorrow"') : body;
  await story.discover();
  const id = await story.repositoryId('gone');

  await story.readAll('gone');

  expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 2, reviews: 2, comments: 2 });
  expect(
    await database.query('select from quarantined_record where repository_id = $1::bigint', [id]),
  ).toEqual([]);
  expect(
    await database.query(
      `select author_account_id as author, head_repository as head
       from v_pull_request
       where repository_id = $1::bigint
         and number = 1`,
      [id],
    ),
  ).toEqual([{ author: null, head: null }]);
});
