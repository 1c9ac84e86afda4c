import { type CraftedPull, craftRepository } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import type { GitHubClient } from '../client/github-client.ts';
import type { QuotaObservation } from '../quota/quota-gate.ts';
import type { PullRequestRecord } from '../records/pull-request-record.ts';
import { startGitHub } from '../testing/start-github.ts';
import { completePullRequests, completeThreads } from './complete-pull-requests.ts';
import { listOrganisationRepositories } from './list-organisation-repositories.ts';
import { readFilesOn } from './read-files-on.ts';
import { readPullRequestFiles } from './read-pull-request-files.ts';
import { readPullRequests } from './read-pull-requests.ts';
import { readPullRequestsPage } from './read-pull-requests-page.ts';

/** The whole list of the one repository, read page by page and completed. */
async function readAll(client: GitHubClient, pageSize = 25): Promise<readonly PullRequestRecord[]> {
  const [repository] = await listOrganisationRepositories(client, 'acme');
  const found: PullRequestRecord[] = [];
  let after: string | undefined;
  do {
    const page = await readPullRequestsPage(client, {
      repositoryNodeId: repository!.nodeId,
      pageSize,
      after,
    });
    expect(page.unreadable).toEqual([]);
    found.push(...(await completeThreads(client, await completePullRequests(client, page.pullRequests))));
    after = page.after;
  } while (after !== undefined);
  return found;
}

async function readOne(pull: CraftedPull): Promise<PullRequestRecord> {
  const github = await startGitHub({
    sources: [craftRepository({ pulls: [pull], issues: [{ number: 9 }], teams: [{ slug: 'core' }] })],
  });
  const [record] = await readAll(github.connect());
  return record!;
}

describe('a pull request', () => {
  test('comes with everything that hangs on it', async () => {
    const record = await readOne({
      title: 'Retry payouts',
      labels: ['bug', 'money'],
      assignees: ['bob'],
      requestedReviewers: ['eve', 'team:core'],
      reviews: [
        { author: 'grace', state: 'CHANGES_REQUESTED' },
        { author: 'renovate[bot]', state: 'COMMENTED' },
      ],
      threads: [{ path: 'src/pay.ts', line: 7, isResolved: true, resolvedBy: 'ada', comments: 2 }],
      comments: [{ author: 'eve', body: 'Why?' }],
      commits: [{ message: 'Retry' }, { author: 'ghost', email: 'lost@example.com' }],
      closingIssueNumbers: [9],
      reviewDecision: 'CHANGES_REQUESTED',
    });

    expect(record).toMatchObject({
      number: 1,
      title: 'Retry payouts',
      state: 'merged',
      author: { kind: 'User', login: 'ada' },
      mergedBy: { login: 'ada' },
      reviewDecision: 'changes-requested',
      labels: { items: [{ name: 'bug' }, { name: 'money' }], total: 2, isComplete: true },
      assignees: { items: [{ login: 'bob' }], isComplete: true },
      reviewRequests: {
        items: expect.arrayContaining([
          expect.objectContaining({ reviewer: expect.objectContaining({ kind: 'team' }) }),
        ]),
      },
      reviews: {
        items: [
          { state: 'changes-requested', author: { login: 'grace' } },
          { state: 'commented', author: { kind: 'Bot', login: 'renovate[bot]' } },
        ],
        isComplete: true,
      },
      comments: { items: [{ bodyLength: 4, author: { login: 'eve' } }], isComplete: true },
      commits: { total: 2, isComplete: true },
      closingIssues: { items: [{ number: 9, repository: 'acme/api' }], isComplete: true },
      ignoredEventTotal: 0,
    });
    const [thread] = record.reviewThreads.items;
    expect(thread).toMatchObject({
      path: 'src/pay.ts',
      line: 7,
      isResolved: true,
      resolvedBy: { login: 'ada' },
    });
    expect(thread?.comments).toMatchObject({ total: 2, isComplete: true });
    expect(thread?.comments.items[1]?.replyToGithubId).toBe(thread?.comments.items[0]?.githubId);
    expect(record.commits.items[1]?.author).toMatchObject({ email: 'lost@example.com', account: undefined });
    expect(record.timeline.items.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['merged', 'closed']),
    );
  });

  test('whose author, head repository and commits are gone is read all the same', async () => {
    const record = await readOne({
      author: 'ghost',
      mergedBy: 'ghost',
      headRepository: 'gone',
      commits: 'gone',
      reviews: [{ author: 'ghost' }],
    });

    expect(record.author).toEqual({ kind: 'ghost' });
    expect(record.mergedBy).toEqual({ kind: 'ghost' });
    expect(record.headRepository).toBeUndefined();
    expect(record.reviews.items[0]).toMatchObject({ author: { kind: 'ghost' }, commitOid: undefined });
  });

  test('that is open has nobody who merged it', async () => {
    const record = await readOne({ state: 'OPEN', isDraft: true });

    expect(record).toMatchObject({ state: 'open', isDraft: true, mergedAt: undefined, mergedBy: undefined });
  });

  test('tells each dated turn of its life', async () => {
    const record = await readOne({
      state: 'OPEN',
      events: [
        { kind: 'ReadyForReviewEvent', createdAt: '2026-03-02T10:00:00Z' },
        { kind: 'ConvertToDraftEvent', createdAt: '2026-03-02T10:01:00Z' },
        { kind: 'ReviewRequestedEvent', requestedReviewer: 'grace', createdAt: '2026-03-02T10:02:00Z' },
        { kind: 'ReviewRequestRemovedEvent', requestedReviewer: 'ghost', createdAt: '2026-03-02T10:03:00Z' },
        { kind: 'ReviewDismissedEvent', review: 0, createdAt: '2026-03-02T10:04:00Z' },
        {
          kind: 'HeadRefForcePushedEvent',
          from: 'a'.repeat(40),
          to: 'b'.repeat(40),
          createdAt: '2026-03-02T10:05:00Z',
        },
        { kind: 'BaseRefChangedEvent', from: 'main', to: 'next', createdAt: '2026-03-02T10:06:00Z' },
        { kind: 'LabeledEvent', label: 'bug', createdAt: '2026-03-02T10:07:00Z' },
        { kind: 'AssignedEvent', assignee: 'eve', actor: 'ghost', createdAt: '2026-03-02T10:08:00Z' },
      ],
    });

    expect(record.timeline.items.map(({ kind }) => kind)).toEqual([
      'ready-for-review',
      'converted-to-draft',
      'review-requested',
      'review-request-removed',
      'review-dismissed',
      'head-force-pushed',
      'base-changed',
      'labeled',
      'assigned',
    ]);
    expect(record.timeline.items).toMatchObject([
      {},
      {},
      { reviewer: { kind: 'account', account: { login: 'grace' } } },
      { reviewer: { kind: 'unknown' } },
      { reviewGithubId: record.reviews.items[0]?.githubId },
      {},
      { fromRefName: 'main', toRefName: 'next' },
      { label: { name: 'bug' } },
      { assignee: { login: 'eve' }, actor: { kind: 'ghost' } },
    ]);
  });
});

describe('long lists', () => {
  test('are completed, each entry once, with as few questions as GitHub allows', async () => {
    const github = await startGitHub({
      sources: [
        craftRepository({
          pulls: [
            { number: 1, reviews: 250, comments: 31, threads: 120, commits: 51 },
            {
              number: 2,
              reviews: 31,
              comments: 100,
              threads: [{ comments: 101 }],
              labels: Array.from({ length: 21 }, (_, at) => `l${at}`),
            },
            { number: 3 },
          ],
        }),
      ],
    });
    const client = github.connect();

    const records = await readAll(client);

    for (const record of records) {
      const lists = [
        record.labels,
        record.reviews,
        record.comments,
        record.reviewThreads,
        record.commits,
        record.timeline,
      ];
      expect(lists.every(({ isComplete }) => isComplete)).toBe(true);
      const reviewIds = record.reviews.items.map(({ githubId }) => githubId);
      expect(new Set(reviewIds).size).toBe(record.reviews.total);
      for (const { comments } of record.reviewThreads.items) {
        expect(comments).toMatchObject({ isComplete: true });
        expect(comments.items).toHaveLength(comments.total ?? -1);
      }
    }
    const totals = records.map((record) => [
      record.number,
      record.reviews.items.length,
      record.comments.items.length,
      record.reviewThreads.items.length,
    ]);
    expect(totals).toEqual(
      expect.arrayContaining([
        [1, 250, 31, 120],
        [2, 31, 100, 1],
        [3, 1, 0, 0],
      ]),
    );
    const parts = github.emulator.control
      .bill()
      .lines.find(({ operation }) => /pullRequest(Parts|Timelines)/.test(operation));
    expect(parts?.count).toBeLessThanOrEqual(12);
    expect(github.emulator.control.unserved()).toEqual([]);
  });

  test('of files go on where they ended', async () => {
    const github = await startGitHub({ sources: [craftRepository({ pulls: [{ files: 130 }] })] });
    const client = github.connect();
    const [record] = await readAll(client);

    const [first] = await readPullRequestFiles(client, { nodeIds: [record!.nodeId] });
    const [rest] = await readFilesOn(client, [{ nodeId: record!.nodeId, after: first!.files.after }]);

    expect(first!.files).toMatchObject({ total: 130, isComplete: false });
    expect(new Set([...first!.files.items, ...rest!.files.items].map(({ path }) => path)).size).toBe(130);
  });
});

describe('pages', () => {
  test('come last updated first, and together hold every pull request once', async () => {
    const github = await startGitHub({ sources: [craftRepository({ pulls: 23 })] });

    const records = await readAll(github.connect(), 5);

    expect(records.map(({ number }) => number)).toEqual(Array.from({ length: 23 }, (_, at) => 23 - at));
  });

  test('of a repository that is not there are a failure that says so', async () => {
    const github = await startGitHub({ sources: [craftRepository()] });

    const reading = readPullRequestsPage(github.connect(), { repositoryNodeId: 'R_nothing', pageSize: 5 });

    await expect(reading).rejects.toMatchObject({ kind: 'gone' });
  });

  test('cost what was reckoned', async () => {
    const seen: QuotaObservation[] = [];
    const github = await startGitHub({
      sources: [craftRepository({ pulls: [{ threads: 2, reviews: 40, files: 3 }, {}, {}] })],
    });
    const client = github.connect({
      quota: {
        admit: async () => ({ kind: 'go' }),
        settle: async (observation) => void seen.push(observation),
      },
    });

    const records = await readAll(client);
    await readPullRequestFiles(client, { nodeIds: records.map(({ nodeId }) => nodeId) });

    expect(seen.length).toBeGreaterThanOrEqual(4);
    for (const { points, request } of seen) expect(points).toBe(request.points);
  });
});

describe('files that may not be seen', () => {
  test('are unavailable with the reason, never none', async () => {
    const github = await startGitHub({
      sources: [craftRepository({ pulls: [{ files: 'unavailable', size: 'unknown' }, { files: 2 }] })],
    });
    const client = github.connect();
    const records = await readAll(client);

    const files = await readPullRequestFiles(client, { nodeIds: records.map(({ nodeId }) => nodeId) });

    expect(files.map((one) => one.files)).toEqual([
      expect.objectContaining({ total: 2, isComplete: true }),
      { items: [], total: undefined, isComplete: false, unavailableReason: 'forbidden' },
    ]);
  });
});

describe('looking again', () => {
  test('brings the pull requests asked for, and says which are gone', async () => {
    const github = await startGitHub({ sources: [craftRepository({ pulls: 2 })] });
    const client = github.connect();
    const [record] = await readAll(client);

    const read = await readPullRequests(client, ['PR_nothing', record!.nodeId]);

    expect(read.pullRequests).toMatchObject([{ number: record!.number }]);
    expect(read.unreadable).toMatchObject([{ position: 0, reason: 'gone' }]);
  });
});
