import { GitHubFailure, type GitHubFailureKind, QuotaWait } from '@throughline/github';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../platform/errors/index.ts';
import { toBackOffMs } from './back-off.ts';
import { type FailedPage, judgeFailure } from './judge-failure.ts';

const now = new Date('2026-11-21T12:00:00Z');

const failed = (
  story: { pageSize?: number; count?: number; tookMs?: number; cursor?: string } = {},
): FailedPage => ({
  now,
  key: 'acme/api',
  tookMs: story.tookMs ?? 100,
  state: {
    phase: 'history',
    cursor: story.cursor,
    historyCursor: undefined,
    tooLarge: undefined,
    pageSize: story.pageSize ?? 25,
    total: undefined,
    held: 0,
    newestAt: undefined,
    watermarkAt: undefined,
    reachedAt: undefined,
    startedAt: undefined,
    recentCompletedAt: undefined,
    completedAt: undefined,
    readAt: undefined,
    changedAt: undefined,
    wait: undefined,
    failure:
      story.count === undefined ? undefined : { code: 'github-server', text: 'No.', count: story.count },
  },
});

const judge = (kind: GitHubFailureKind, story?: Parameters<typeof failed>[0]) =>
  judgeFailure(new GitHubFailure(kind, 'It failed.'), failed(story));

describe('a failed page', () => {
  test.each([
    ['a slow time-out', 'timeout', { tookMs: 10_000 }, { kind: 'again', pageSize: 12 }],
    ['a quick bad gateway', 'timeout', {}, { kind: 'again', pageSize: 25, count: 1 }],
    ['the third bad gateway in a row', 'timeout', { count: 2 }, { kind: 'again', pageSize: 12, count: 3 }],
    ['the fourth', 'timeout', { count: 3, pageSize: 12 }, { kind: 'again', pageSize: 12, count: 4 }],
    ['the sixth', 'server', { count: 5, pageSize: 12 }, { kind: 'again', pageSize: 6, count: 6 }],
    ['too much for GitHub', 'resource-limit', { pageSize: 3 }, { kind: 'again', pageSize: 1 }],
    ['one pull request too much', 'resource-limit', { pageSize: 1 }, { kind: 'go-past', count: 1 }],
    [
      'one pull request, timed out',
      'timeout',
      { pageSize: 1, tookMs: 10_000 },
      { kind: 'again', pageSize: 1 },
    ],
    ['and a third time', 'timeout', { pageSize: 1, tookMs: 10_000, count: 2 }, { kind: 'go-past', count: 3 }],
    ['an answer that is no GitHub', 'not-github', { count: 2 }, { kind: 'again', pageSize: 25, count: 3 }],
    ['an unreachable GitHub', 'unreachable', { pageSize: 1, count: 8 }, { kind: 'again', count: 9 }],
    ['an answer cut off', 'unreadable', { count: 2 }, { kind: 'again', pageSize: 12 }],
    ['a cursor refused', 'request-refused', { cursor: 'c1' }, { kind: 'again', isFromTop: true }],
    ['a query refused', 'request-refused', {}, { kind: 'again', isFromTop: false }],
    [
      'a host that is too old',
      'schema-lacks-field',
      {},
      { kind: 'again', count: 3, pageSize: 25, untilAt: new Date('2026-11-22T12:00:00Z') },
    ],
    ['a revoked token', 'not-signed-in', {}, { kind: 'attention' }],
    ['a missing scope', 'scope-missing', {}, { kind: 'attention' }],
    ['a lapsed sign-on', 'sso-required', {}, { kind: 'attention' }],
    ['an unapproved token', 'organisation-approval', {}, { kind: 'attention' }],
    ['a repository not shown', 'gone', {}, { kind: 'hidden', untilAt: new Date('2026-11-21T12:10:00Z') }],
  ] as const)('by %s', (_name, kind, story, verdict) => {
    expect(judge(kind, story)).toMatchObject(verdict);
  });

  test('by a limit is no failure', () => {
    const untilAt = new Date('2026-11-21T12:32:00Z');

    expect(judgeFailure(new QuotaWait('graphql', 'primary-limit', untilAt), failed())).toEqual({
      kind: 'wait',
      wait: { reason: 'primary-limit', untilAt },
    });
  });

  test.each([
    new TypeError('x is not a function'),
    new AppError('conflict', 'Two rows contradict each other.'),
  ])('by a defect of ours is halved until one pull request is left, which is gone past: %s', (defect) => {
    expect(judgeFailure(defect, failed())).toMatchObject({ kind: 'again', pageSize: 12 });
    expect(judgeFailure(defect, failed({ pageSize: 1 }))).toMatchObject({ kind: 'go-past', count: 1 });
  });

  test('by the database is left to whoever runs the job', () => {
    expect(judgeFailure(new AppError('unavailable', 'The database is away.'), failed())).toBeUndefined();
  });
});

describe('the wait before asking again', () => {
  test.each([
    [1, 2_000],
    [2, 4_000],
    [5, 32_000],
    [9, 300_000],
    [40, 300_000],
  ])('after %i failures is about %i ms', (count, expected) => {
    const waitMs = toBackOffMs(count, 'acme/api');

    expect(waitMs).toBeGreaterThanOrEqual(expected * 0.75);
    expect(waitMs).toBeLessThanOrEqual(expected * 1.25);
  });

  test('differs between repositories', () => {
    const waits = new Set(Array.from({ length: 20 }, (_, index) => toBackOffMs(3, `acme/${index}`)));

    expect(waits.size).toBeGreaterThan(10);
  });
});
