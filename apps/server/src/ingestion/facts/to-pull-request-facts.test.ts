import {
  type AccountRecord,
  type Connection,
  type FileRecord,
  ghost,
  type PullRequestRecord,
} from '@throughline/github';
import { describe, expect, test } from 'vitest';
import { listAccountEmails } from './list-account-emails.ts';
import { listAccounts } from './list-accounts.ts';
import { toPullRequestFacts } from './to-pull-request-facts.ts';

const at = (minutes: number): Date => new Date(Date.UTC(2026, 0, 5, 9, minutes));
const whole = <Item>(...items: readonly Item[]): Connection<Item> => ({
  items,
  total: items.length,
  isComplete: true,
});
const forbidden: Connection<FileRecord> = {
  items: [],
  total: undefined,
  isComplete: false,
  unavailableReason: 'forbidden',
};

const account = (githubId: number): AccountRecord => ({
  kind: 'User',
  githubId,
  nodeId: `U_${githubId}`,
  login: `user-${githubId}`,
  name: undefined,
  avatarUrl: undefined,
});

const happening = { nodeId: 'E', createdAt: at(3), actor: account(12) };
const words = { nodeId: 'C', bodyLength: 4, createdAt: at(4), updatedAt: at(5) };

const record: PullRequestRecord = {
  githubId: 900,
  nodeId: 'PR_1',
  number: 1,
  url: 'https://github.example.com/acme/api/pull/1',
  title: 'Retry',
  body: 'Because it fails.',
  state: 'merged',
  isDraft: false,
  author: account(11),
  createdAt: at(0),
  updatedAt: at(9),
  publishedAt: at(0),
  closedAt: at(8),
  mergedAt: at(8),
  mergedBy: account(12),
  mergeCommitOid: 'm'.repeat(40),
  baseRefName: 'main',
  baseRefOid: 'b'.repeat(40),
  headRefName: 'retry',
  headRefOid: 'a'.repeat(40),
  headRepository: undefined,
  isCrossRepository: true,
  isInMergeQueue: false,
  reviewDecision: 'approved',
  statedSize: { additions: 5, deletions: 1, changedFiles: 1 },
  statedCommentTotal: 0,
  untold: [],
  labels: whole({ nodeId: 'L', name: 'bug', color: 'd73a4a' }),
  assignees: whole(account(13)),
  reviewRequests: whole(
    { nodeId: 'RR_1', reviewer: { kind: 'account', account: account(14) } },
    { nodeId: 'RR_2', reviewer: { kind: 'team', githubId: 77, nodeId: 'T' } },
    { nodeId: 'RR_3', reviewer: { kind: 'unknown' } },
  ),
  reviews: whole({
    githubId: 31,
    nodeId: 'R',
    author: ghost,
    state: 'approved',
    bodyLength: 0,
    createdAt: at(2),
    submittedAt: at(2),
    updatedAt: at(2),
    commitOid: undefined,
  }),
  reviewThreads: whole({
    nodeId: 'T1',
    path: 'a.ts',
    line: 3,
    originalLine: 3,
    isResolved: true,
    isOutdated: false,
    resolvedBy: account(15),
    comments: whole({
      ...words,
      githubId: 41,
      author: account(16),
      reviewGithubId: 31,
      replyToGithubId: undefined,
    }),
  }),
  comments: whole({ ...words, githubId: 51, author: account(17) }),
  commits: whole({
    oid: 'c'.repeat(40),
    message: 'Retry',
    authoredAt: at(1),
    committedAt: at(1),
    author: { name: 'Somebody', email: 'Somebody@Example.com', account: account(18) },
    committer: { name: undefined, email: undefined, account: undefined },
  }),
  timeline: whole(
    { ...happening, kind: 'review-requested', reviewer: { kind: 'team', githubId: 77, nodeId: 'T' } },
    { ...happening, kind: 'assigned', assignee: account(19) },
    { ...happening, kind: 'labeled', label: { nodeId: 'L', name: 'bug', color: 'd73a4a' } },
    { ...happening, kind: 'head-force-pushed', beforeOid: 'x', afterOid: undefined },
    { ...happening, kind: 'closed', actor: ghost },
  ),
  ignoredEventTotal: 0,
  closingIssues: whole({ githubId: 61, nodeId: 'I', number: 5, repository: 'acme/plans' }),
};

const accountIds = new Map(Array.from({ length: 20 }, (_, index) => [10 + index, 100 + index] as const));
const toFacts = (story: Partial<PullRequestRecord> = {}, files: Connection<FileRecord> = forbidden) =>
  toPullRequestFacts(
    { record: { ...record, ...story }, files },
    { observedAt: at(20), isLookup: false, accountIds },
  );

describe('a pull request', () => {
  test('is told in our ids, with lengths instead of texts', () => {
    const { content, number, version } = toFacts();

    expect({ number, version }).toEqual({ number: 1, version: at(9) });
    expect(content).toMatchObject({
      authorAccountId: 101,
      mergedByAccountId: 102,
      bodyLength: 17,
      additions: 5,
    });
    expect(JSON.stringify(toFacts())).not.toContain('Because it fails');
  });

  test('whose author and head repository are gone is told all the same', () => {
    expect(toFacts({ author: ghost, mergedBy: ghost }).content).toMatchObject({
      authorAccountId: undefined,
      mergedByAccountId: undefined,
      headRepository: undefined,
      state: 'merged',
    });
  });

  test('says which of its fields GitHub did not tell, by the names of their parts', () => {
    const untold = [
      { field: 'mergeCommit', reason: 'forbidden' },
      { field: 'mergedBy', reason: 'cut-off' },
    ] as const;

    expect(toFacts({ untold }).untold).toEqual(
      new Map([
        ['merge-commit', 'forbidden'],
        ['merged-by', 'cut-off'],
      ]),
    );
  });

  test('without a size that could be known has none', () => {
    const { content, lists } = toFacts({ statedSize: { additions: 0, deletions: 0, changedFiles: 0 } });

    expect(content).toMatchObject({ additions: undefined, deletions: undefined, changedFiles: undefined });
    expect(lists.files).toEqual({ items: [], total: undefined, reason: 'forbidden' });
  });

  test.each([
    ['merged', at(8), 'merged'],
    ['merged', undefined, 'closed'],
    ['closed', undefined, 'closed'],
    ['open', undefined, 'open'],
  ] as const)('%s with its date %o is %s', (state, mergedAt, told) => {
    expect(toFacts({ state, mergedAt }).content.state).toBe(told);
  });
});

describe('its lists', () => {
  test('name reviewers by what GitHub says of them', () => {
    expect(toFacts().lists['review-requests']?.items).toEqual([
      { reviewerKind: 'account', reviewerKey: '14', accountId: 104 },
      { reviewerKind: 'team', reviewerKey: '77', accountId: undefined },
      { reviewerKind: 'hidden', reviewerKey: 'RR_3', accountId: undefined },
    ]);
  });

  test('hold the comments of all threads as one', () => {
    const { lists } = toFacts();

    expect(lists['review-comments']).toMatchObject({ total: 1, reason: undefined });
    expect(lists['review-comments']?.items[0]).toMatchObject({
      githubId: 41,
      threadNodeId: 'T1',
      reviewGithubId: 31,
      authorAccountId: 106,
      bodyLength: 4,
    });
  });

  test('are not whole while one thread is not', () => {
    const [thread] = record.reviewThreads.items;
    const comments = { items: [], total: 3, isComplete: false, after: 'x' };

    const { lists } = toFacts({ reviewThreads: whole({ ...thread!, comments }) });

    expect(lists.threads).toMatchObject({ reason: undefined });
    expect(lists['review-comments']).toMatchObject({ items: [], reason: 'not-read' });
  });

  test('say of events whom or what they were about', () => {
    expect(
      toFacts().events?.items.map(({ kind, subject, actorAccountId }) => [kind, subject, actorAccountId]),
    ).toEqual([
      ['review-requested', 'team:77', 102],
      ['assigned', 'account:109', 102],
      ['labeled', 'label:bug', 102],
      ['head-force-pushed', 'x..', 102],
      ['closed', '', 0],
    ]);
  });
});

describe('the accounts of a pull request', () => {
  test('are all that it names', () => {
    const ids = listAccounts([record]).map(({ githubId }) => githubId);

    expect(new Set(ids)).toEqual(new Set([11, 12, 13, 14, 15, 16, 17, 18, 19]));
  });

  test('must have been stored before they are named', () => {
    const storing = () =>
      toPullRequestFacts(
        { record, files: forbidden },
        { observedAt: at(20), isLookup: false, accountIds: new Map() },
      );

    expect(storing).toThrow('was not stored before it was named');
  });

  test('have the addresses that GitHub joined to them, as old as the commit', () => {
    expect(listAccountEmails([record], accountIds)).toEqual([
      { accountId: 108, email: 'Somebody@Example.com', seenAt: at(1) },
    ]);
  });
});
