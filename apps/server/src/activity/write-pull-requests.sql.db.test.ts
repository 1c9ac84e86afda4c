import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../platform/sql/index.ts';
import { testDatabase } from '../platform/sql/testing/index.ts';
import { forgetOldChanges } from './changes.sql.ts';
import type { PullRequestFacts } from './facts.ts';
import { loadHeld } from './load-held.sql.ts';
import { upsertRepositories } from './repositories.sql.ts';
import { holdAll, toShown } from './testing/apply-change.ts';
import { githubStory } from './testing/github-story.ts';
import { at, comment, factsOf, partOf, review, whole } from './testing/pull-request-facts.ts';
import { seedOrganisation } from './testing/seed-organisation.ts';
import { markPullRequestsGone, writePullRequests } from './write-pull-requests.sql.ts';

const database = await testDatabase();
const organisation = await seedOrganisation(database);
let nextGithubId = 500;

async function makeRepository(): Promise<number> {
  nextGithubId += 1;
  const githubId = nextGithubId;
  const { ids } = await database.transaction((tx) =>
    upsertRepositories(tx, {
      ...organisation,
      observedAt: at(0),
      isWhole: false,
      repositories: [
        {
          githubId,
          nodeId: `R_${githubId}`,
          ownerLogin: 'acme',
          name: `payouts-${githubId}`,
          visibility: 'private',
          isArchived: false,
          isFork: false,
          defaultBranch: 'main',
          pushedAt: undefined,
          version: at(0),
          isLookup: false,
        },
      ],
    }),
  );
  return ids.get(githubId)!;
}

let repositoryId = 0;
beforeEach(async () => {
  repositoryId = await makeRepository();
});

const write = (...pullRequests: readonly PullRequestFacts[]) =>
  database.transaction((tx) => writePullRequests(tx, { repositoryId, pullRequests }));

const commit = {
  oid: 'c'.repeat(40),
  authorAccountId: undefined,
  authorEmail: 'engineer@example.com',
  authoredAt: at(1),
  committedAt: at(2),
  messageLength: 12,
};

/** A pull request with something in every list. */
const full = factsOf({
  version: 10,
  content: {
    state: 'merged',
    mergedAt: at(9),
    closedAt: at(9),
    mergedByAccountId: 2,
    reviewDecision: 'approved',
  },
  lists: {
    labels: whole({ name: 'bug', colour: 'd73a4a' }),
    assignees: whole({ accountId: 4 }),
    'review-requests': whole(
      { reviewerKind: 'account', reviewerKey: '77', accountId: 5 },
      { reviewerKind: 'team', reviewerKey: '88', accountId: undefined },
      { reviewerKind: 'hidden', reviewerKey: 'RR_1', accountId: undefined },
    ),
    reviews: whole(review(1, 'approved')),
    threads: whole({
      nodeId: 'T1',
      path: 'src/a.ts',
      line: 7,
      isResolved: true,
      isOutdated: false,
      resolvedByAccountId: 2,
    }),
    'review-comments': whole({
      ...comment(21, 5),
      reviewGithubId: 1,
      threadNodeId: 'T1',
      inReplyToGithubId: undefined,
    }),
    comments: whole(comment(31, 6)),
    commits: whole({ oid: commit.oid, position: 1 }),
    files: partOf(2, { path: 'src/a.ts', changeKind: 'modified', additions: 3, deletions: 1 }),
    'closing-issues': whole({ issueRepository: 'acme/payouts', issueNumber: 12 }),
  },
  events: whole({ kind: 'merged', occurredAt: at(9), actorAccountId: 0, subject: 'main', nodeId: 'ME_1' }),
  commits: [commit],
});

const activityTables = [
  'repository',
  'pull_request',
  'pull_request_part',
  'pull_request_label',
  'pull_request_assignee',
  'pull_request_review_request',
  'pull_request_review',
  'pull_request_review_thread',
  'pull_request_comment',
  'git_commit',
  'pull_request_commit',
  'pull_request_file',
  'pull_request_event',
  'pull_request_closing_issue',
  'change',
];

/** Every row with the transaction that wrote it: what was not touched keeps its own. */
const loadWriters = async (sql: Sql): Promise<string[]> => {
  const texts = activityTables.map(
    (name) => `select '${name}' || xmin || ctid::text || t::text as row from ${name} t`,
  );
  return (await sql.query<{ row: string }>(texts.join(' union all '))).map(({ row }) => row).toSorted();
};

const loadFeed = () =>
  database.query('select entity, key from v_change where repository_id = $1::bigint order by seq', [
    repositoryId,
  ]);

describe('a page', () => {
  test('is held as it was seen', async () => {
    await write(full);

    const held = await loadHeld(database, repositoryId, [1]);

    expect(toShown(held.get(1)!)).toEqual(toShown(holdAll([full])));
  });

  test('seen again writes nothing at all', async () => {
    await write(full);
    const before = await loadWriters(database);

    const result = await write({ ...full, observedAt: at(60) });

    expect(result).toEqual({ added: [], changed: [], unchanged: [1], contradicted: [] });
    expect(await loadWriters(database)).toEqual(before);
  });

  test('tells the change feed once a pull request, and only of those that changed', async () => {
    const other = factsOf({ number: 2, version: 10, content: { githubId: 9002, nodeId: 'PR_2' } });
    await write(full, other);

    const result = await write(full, {
      ...other,
      version: at(20),
      content: { ...other.content, title: 'New' },
    });

    expect(result).toMatchObject({ added: [], changed: [2], unchanged: [1] });
    expect(await loadFeed()).toEqual([
      { entity: 'repository', key: expect.any(String) },
      { entity: 'pull-request', key: '1' },
      { entity: 'pull-request', key: '2' },
      { entity: 'pull-request', key: '2' },
    ]);
  });

  test('holds what does not fit into one statement', async () => {
    const many = Array.from({ length: 250 }, (_, index) => comment(1_000 + index, 5));

    await write(factsOf({ version: 10, lists: { comments: whole(...many) } }));

    expect(
      await database.query(
        `select count(*)::integer as count
         from v_pull_request_comment
         where repository_id = $1::bigint`,
        [repositoryId],
      ),
    ).toEqual([{ count: 250 }]);
  });

  test('whose rows contradict what is held says so and changes nothing', async () => {
    await write(full);

    const result = await write({ ...full, observedAt: at(11), content: { ...full.content, title: 'Other' } });

    expect(result).toEqual({ added: [], changed: [], unchanged: [1], contradicted: [1] });
  });
});

describe('pages in any order, any of them again', () => {
  test('leave the same rows as in the order GitHub lived them', async () => {
    const orders = githubStory.chain((answers) =>
      fc.tuple(
        fc.constant(answers),
        fc.shuffledSubarray([...answers, ...answers], { minLength: answers.length * 2 }),
      ),
    );

    await fc.assert(
      fc.asyncProperty(orders, async ([answers, shuffled]) => {
        repositoryId = await makeRepository();
        for (const answer of shuffled) await write(answer);

        const held = await loadHeld(database, repositoryId, [1]);

        expect(toShown(held.get(1)!)).toEqual(toShown(holdAll(answers)));
      }),
      { numRuns: 12 },
    );
  });
});

describe('what GitHub no longer shows', () => {
  test('leaves the views and stays in the table where it was somebody’s word', async () => {
    await write(full);

    await write({
      ...full,
      version: at(20),
      observedAt: at(20),
      lists: { ...full.lists, reviews: whole(), comments: whole(), labels: whole() },
    });

    const counts = await database.query(
      `select
         (select count(*)::integer from v_pull_request_review where repository_id = $1::bigint) as reviews,
         (select count(*)::integer from pull_request_review where repository_id = $1::bigint) as reviews_kept,
         (select count(*)::integer from v_pull_request_comment where repository_id = $1::bigint) as comments,
         (select count(*)::integer from pull_request_label where repository_id = $1::bigint) as labels`,
      [repositoryId],
    );
    expect(counts).toEqual([{ reviews: 0, reviews_kept: 1, comments: 1, labels: 0 }]);
  });

  test('as a pull request is marked, and is back when it is seen again later', async () => {
    await write(full);

    await database.transaction((tx) =>
      markPullRequestsGone(tx, { repositoryId, numbers: [1], observedAt: at(30) }),
    );
    const gone = await database.query('select number from v_pull_request where repository_id = $1::bigint', [
      repositoryId,
    ]);
    await write({ ...full, observedAt: at(40) });
    const back = await database.query('select number from v_pull_request where repository_id = $1::bigint', [
      repositoryId,
    ]);

    expect(gone).toEqual([]);
    expect(back).toEqual([{ number: 1 }]);
  });
});

describe('a commit', () => {
  test('keeps what was known and takes what is new', async () => {
    await write(full);

    await write({
      ...full,
      version: at(20),
      commits: [{ ...commit, authorEmail: undefined, authorAccountId: 8 }],
    });

    expect(
      await database.query(
        `select author_email, author_account_id
         from v_git_commit
         where repository_id = $1::bigint`,
        [repositoryId],
      ),
    ).toEqual([{ author_email: 'engineer@example.com', author_account_id: 8 }]);
  });
});

describe('why a list is not whole', () => {
  test('is said in words beside the pull request whose size is not known', async () => {
    const unknown = { additions: undefined, deletions: undefined, changedFiles: undefined };
    const files = { items: [], total: undefined, reason: 'forbidden' } as const;

    await write(factsOf({ version: 10, content: unknown, lists: { files } }));

    expect(
      await database.query(
        `select v_pull_request.additions, part.state, v_list_reason.text as reason
         from v_pull_request
         join v_pull_request_part as part
           on part.repository_id = v_pull_request.repository_id
           and part.number = v_pull_request.number
           and part.part = 'files'
         join v_list_reason on v_list_reason.reason = part.reason_code
         where v_pull_request.repository_id = $1::bigint`,
        [repositoryId],
      ),
    ).toEqual([{ additions: null, state: 'unavailable', reason: 'This token may not read it.' }]);
  });
});

describe('the change feed', () => {
  test('forgets what is older than 30 days', async () => {
    await write(full);
    await database.shiftClock('31 days');

    await forgetOldChanges(database);
    const feed = await loadFeed();
    await database.shiftClock('');

    expect(feed).toEqual([]);
  });
});

describe('two writers of one repository', () => {
  test('go one after the other', async () => {
    const newer = {
      ...full,
      version: at(20),
      observedAt: at(20),
      content: { ...full.content, title: 'Newer' },
    };

    await Promise.all([write(newer), write(full), write(newer), write(full)]);

    const held = await loadHeld(database, repositoryId, [1]);
    expect(held.get(1)!.row.content.title).toBe('Newer');
  });
});
