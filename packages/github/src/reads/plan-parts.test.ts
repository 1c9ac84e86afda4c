import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Connection } from '../records/connection.ts';
import type { PullRequestRecord } from '../records/pull-request-record.ts';
import { planParts } from './plan-parts.ts';
import { pullRequestPartNames } from './pull-request-part.ts';

const whole: Connection<never> = { items: [], total: 0, isComplete: true };
const more = (total: number): Connection<never> => ({ items: [], total, isComplete: false, after: 'Y' });
const unread: Connection<never> = { items: [], total: undefined, isComplete: false };

/** Only the lists matter to a plan. */
const record = (nodeId: string, lists: Partial<PullRequestRecord> = {}): PullRequestRecord =>
  ({
    nodeId,
    labels: whole,
    assignees: whole,
    reviewRequests: whole,
    reviews: whole,
    reviewThreads: whole,
    comments: whole,
    commits: whole,
    timeline: whole,
    closingIssues: whole,
    ...lists,
  }) as PullRequestRecord;

const thread = (nodeId: string) => ({ nodeId, comments: unread }) as never;
const plan = (records: readonly PullRequestRecord[], budget = 1000) =>
  planParts(records, pullRequestPartNames, budget);

describe('the questions that complete pull requests', () => {
  test('are none when all is there, or has a reason', () => {
    const forbidden: Connection<never> = { ...unread, unavailableReason: 'forbidden' };

    expect(plan([record('a'), record('b', { labels: forbidden })])).toEqual([]);
  });

  test('take the same list of several pull requests together from its start, and alone from where it ended', () => {
    expect(
      plan([
        record('a', { labels: unread }),
        record('b', { labels: unread }),
        record('c', { labels: more(140) }),
      ]),
    ).toEqual([
      { part: 'labels', places: [{ nodeId: 'c', after: 'Y' }] },
      {
        part: 'labels',
        places: [
          { nodeId: 'a', after: undefined },
          { nodeId: 'b', after: undefined },
        ],
      },
    ]);
  });

  test('read ten timelines on at once, each from where it ended', () => {
    const records = Array.from({ length: 12 }, (_, at) => record(`pr-${at}`, { timeline: more(140) }));

    expect(plan(records, 5000).map(({ part, places }) => [part, places.length])).toEqual([
      ['timeline', 10],
      ['timeline', 2],
    ]);
    expect(plan(records)[0]?.places[0]).toEqual({ nodeId: 'pr-0', after: 'Y' });
  });

  test('ask for the comments of threads only once all threads are known', () => {
    const known = { items: [thread('t1'), thread('t2')], total: 2, isComplete: true };
    const partial = record('a', { reviewThreads: { ...known, isComplete: false, after: 'Y' } });

    expect(planParts([partial], ['threadComments'], 1000)).toEqual([]);
    expect(planParts([record('a', { reviewThreads: known })], ['threadComments'], 1000)).toEqual([
      {
        part: 'threadComments',
        places: [
          { nodeId: 't1', after: undefined },
          { nodeId: 't2', after: undefined },
        ],
      },
    ]);
  });

  test('hold every unfinished list once, at most a hundred ids and the budget each', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 300 }),
        fc.integer({ min: 1, max: 2000 }),
        (totals, budget) => {
          const records = totals.map((total, at) => record(`pr-${at}`, { labels: { ...unread, total } }));

          const batches = plan(records, budget).map(({ places }) => places.map(({ nodeId }) => nodeId));

          expect(batches.flat()).toEqual(records.map(({ nodeId }) => nodeId));
          for (const nodeIds of batches) {
            const expected = nodeIds.reduce(
              (sum, id) => sum + Math.min(100, totals[Number(id.slice(3))] ?? 0),
              0,
            );
            expect(nodeIds.length).toBeLessThanOrEqual(100);
            expect(nodeIds.length === 1 || expected <= budget).toBe(true);
          }
        },
      ),
    );
  });
});
