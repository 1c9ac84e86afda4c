import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Connection } from '../records/connection.ts';
import type { PullRequestRecord } from '../records/pull-request-record.ts';
import { planParts, toPartKey } from './plan-parts.ts';

const whole: Connection<never> = { items: [], total: 0, isComplete: true };
const more = (total: number): Connection<never> => ({ items: [], total, isComplete: false, after: 'Y' });

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

const thread = (nodeId: string) =>
  ({ nodeId, comments: { items: [], total: undefined, isComplete: false } }) as never;

describe('the questions that complete pull requests', () => {
  test('are none when all is there, or has a reason', () => {
    const forbidden: Connection<never> = {
      items: [],
      total: undefined,
      isComplete: false,
      unavailableReason: 'forbidden',
    };

    expect(planParts([record('a'), record('b', { reviews: forbidden })], 1000, new Set())).toEqual([]);
  });

  test('take the same list of several pull requests together, from its start', () => {
    const plan = planParts(
      [record('a', { reviews: more(40) }), record('b', { reviews: more(50), comments: more(40) })],
      1000,
      new Set(),
    );

    expect(plan).toEqual([
      { part: 'reviews', nodeIds: ['a', 'b'], after: undefined },
      { part: 'comments', nodeIds: ['b'], after: undefined },
    ]);
  });

  test('go on alone, from where it ended, with a list whose largest page was had', () => {
    const plan = planParts([record('a', { reviews: more(250) })], 1000, new Set([toPartKey('reviews', 'a')]));

    expect(plan).toEqual([{ part: 'reviews', nodeIds: ['a'], after: 'Y' }]);
  });

  test('ask for the comments of threads only once all threads are known', () => {
    const known = { items: [thread('t1'), thread('t2')], total: 2, isComplete: true };

    expect(
      planParts(
        [record('a', { reviewThreads: { ...known, isComplete: false, after: 'Y' } })],
        1000,
        new Set(),
      ),
    ).toEqual([{ part: 'reviewThreads', nodeIds: ['a'], after: undefined }]);
    expect(planParts([record('a', { reviewThreads: known })], 1000, new Set())).toEqual([
      { part: 'threadComments', nodeIds: ['t1', 't2'], after: undefined },
    ]);
  });

  test('hold every unfinished list once, at most a hundred ids and the budget each', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 300 }),
        fc.integer({ min: 1, max: 2000 }),
        (totals, budget) => {
          const records = totals.map((total, at) => record(`pr-${at}`, { reviews: more(total) }));

          const plan = planParts(records, budget, new Set());

          expect(plan.flatMap(({ nodeIds }) => nodeIds)).toEqual(records.map(({ nodeId }) => nodeId));
          for (const { nodeIds } of plan) {
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
