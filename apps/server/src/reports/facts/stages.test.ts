import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toStages } from './stages.ts';

const instant = fc.integer({ min: 0, max: 10_000 });
const maybe = fc.option(instant, { nil: undefined });

describe('toStages', () => {
  it('is never negative and adds up from first commit to merge, whatever the order of events', () => {
    fc.assert(
      fc.property(
        fc.record({
          firstCommitAt: instant,
          readyAt: instant,
          firstResponseAt: maybe,
          lastApprovalAt: maybe,
          mergedAt: instant,
        }),
        (events) => {
          const stages = toStages(events);
          const parts = [stages!.codingS, stages!.pickupS, stages!.reviewS, stages!.mergeS];

          expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(
            Math.max(0, events.mergedAt - events.firstCommitAt),
          );
        },
      ),
    );
  });

  it.each([
    ['in order', [0, 10, 20, 30, 40], [10, 10, 10, 10], false],
    ['a response while it was a draft', [0, 20, 10, 30, 40], [20, 0, 10, 10], true],
    ['an approval after the merge', [0, 10, 20, 50, 40], [10, 10, 20, 0], true],
    ['no approval', [0, 10, 20, undefined, 40], [10, 10, 20, 0], false],
    ['nobody responded', [0, 10, undefined, undefined, 40], [10, 30, 0, 0], false],
    ['a first commit after it was opened', [15, 10, 20, 30, 40], [0, 5, 10, 10], true],
  ] as const)('%s', (_, [first, ready, response, approval, merged], parts, isMoved) => {
    const stages = toStages({
      firstCommitAt: first,
      readyAt: ready,
      firstResponseAt: response,
      lastApprovalAt: approval,
      mergedAt: merged,
    });

    expect(stages).toEqual({
      codingS: parts[0],
      pickupS: parts[1],
      reviewS: parts[2],
      mergeS: parts[3],
      isMoved,
    });
  });

  it.each([
    ['its first commit is not known', { firstCommitAt: undefined, mergedAt: 40 }],
    ['it is not merged', { firstCommitAt: 0, mergedAt: undefined }],
  ])('has none where %s', (_, events) => {
    expect(
      toStages({ ...events, readyAt: 10, firstResponseAt: undefined, lastApprovalAt: undefined }),
    ).toBeUndefined();
  });
});
