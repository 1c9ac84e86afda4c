import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ActorRecord, ghost } from '../records/account-record.ts';
import type { Connection } from '../records/connection.ts';
import { joinThreadComments } from './join-thread-comments.ts';
import type { PlacedReviewComment } from './list-review-comments.ts';

const author: ActorRecord = ghost;
const list = <Item>(items: readonly Item[]): Connection<Item> => ({
  items,
  total: items.length,
  isComplete: true,
});

const comment = (githubId: number, more: Partial<PlacedReviewComment> = {}): PlacedReviewComment => ({
  githubId,
  nodeId: `PRRC_${githubId}`,
  pullRequestNumber: 1,
  author,
  bodyLength: 4,
  createdAt: new Date(Date.UTC(2026, 0, 1, 0, 0, githubId)),
  updatedAt: new Date(Date.UTC(2026, 0, 1, 0, 0, githubId)),
  reviewGithubId: 1,
  replyToGithubId: undefined,
  path: 'a.ts',
  line: 1,
  originalLine: 1,
  ...more,
});

const thread = (nodeId: string, path = 'a.ts', line: number | undefined = 1) => ({
  nodeId,
  path,
  line,
  originalLine: 1,
  isResolved: false,
  isOutdated: false,
  resolvedBy: undefined,
  comments: { items: [], total: undefined, isComplete: false },
});

const record = (threads: readonly ReturnType<typeof thread>[], statedCommentTotal?: number) => ({
  reviewThreads: list(threads),
  comments: list([]),
  reviews: list([]),
  statedCommentTotal,
});

const toIds = (threads: ReturnType<typeof joinThreadComments>) =>
  threads?.map(({ nodeId, comments }) => [nodeId, comments.items.map(({ githubId }) => githubId)]);

describe('comments are put into their threads', () => {
  test('by path and line, in the order threads were begun, with their replies', () => {
    const joined = joinThreadComments(record([thread('t1'), thread('t2', 'b.ts'), thread('t3')], 5), [
      comment(9, { replyToGithubId: 2 }),
      comment(2, { path: 'b.ts' }),
      comment(3),
      comment(1),
      comment(4, { replyToGithubId: 1, line: undefined }),
    ]);

    expect(toIds(joined)).toEqual([
      ['t1', [1, 4]],
      ['t2', [2, 9]],
      ['t3', [3]],
    ]);
  });

  test('also when the comment that began a thread is gone', () => {
    const joined = joinThreadComments(record([thread('t1')]), [comment(5, { replyToGithubId: 4 })]);

    expect(toIds(joined)).toEqual([['t1', [5]]]);
  });

  test.each([
    ['a thread without a comment', record([thread('t1'), thread('t2', 'b.ts')]), [comment(1)]],
    ['a comment without a thread', record([]), [comment(1)]],
    ['another path', record([thread('t1', 'b.ts')]), [comment(1)]],
    ['another line', record([thread('t1', 'a.ts', 2)]), [comment(1)]],
    ['another number than GitHub states', record([thread('t1')], 3), [comment(1)]],
  ])('but never by a guess: %s', (_, of, comments) => {
    expect(joinThreadComments(of, comments)).toBeUndefined();
  });

  test('whatever order they come in', () => {
    const begun = fc.array(
      fc.tuple(fc.constantFrom('a.ts', 'b.ts'), fc.integer({ min: 1, max: 3 }), fc.nat(3)),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(begun, fc.infiniteStream(fc.nat()), (talks, order) => {
        const threads = talks.map(([path, line], at) => thread(`t${at}`, path, line));
        const comments = talks.flatMap(([path, line, replies], at) => [
          comment(at + 1, { path, line }),
          ...Array.from({ length: replies }, (_, reply) =>
            comment(100 + at * 10 + reply, { path, line, replyToGithubId: at + 1 }),
          ),
        ]);
        const shuffled = comments
          .map((one) => [order.next().value ?? 0, one] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, one]) => one);

        expect(toIds(joinThreadComments(record(threads, comments.length), shuffled))).toEqual(
          talks.map(([, , replies], at) => [
            `t${at}`,
            [at + 1, ...Array.from({ length: replies }, (_, reply) => 100 + at * 10 + reply)],
          ]),
        );
      }),
    );
  });
});
