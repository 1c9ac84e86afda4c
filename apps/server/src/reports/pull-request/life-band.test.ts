import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toStages } from '../facts/stages.ts';
import { type LifeEvents, toLifeBand } from './life-band.ts';

const now = new Date('2026-11-21T12:00:00Z');
const ago = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);

const merged: LifeEvents = {
  firstCommitAt: ago(60),
  readyAt: ago(51),
  firstResponseAt: ago(25),
  lastApprovalAt: ago(11),
  mergedAt: ago(9),
  closedAt: ago(9),
  isDraft: false,
};

const hours = (events: LifeEvents) =>
  toLifeBand(events, now).stages.map(({ seconds, note }) => (seconds === undefined ? note : seconds / 3_600));

describe('the life band', () => {
  test('divides the time from the first commit to the merge', () => {
    expect(hours(merged)).toEqual([9, 26, 14, 2]);
    expect(toLifeBand(merged, now).sentence).toBe(
      '51 h from first commit to merge. Half of it was waiting for a first response.',
    );
  });

  test.each<[string, Partial<LifeEvents>, readonly (number | string)[]]>([
    ['no commit', { firstCommitAt: undefined }, ['not known, because its commits are not here', 26, 14, 2]],
    ['ready before its first commit', { readyAt: ago(70) }, ['none: it was ready at once', 35, 14, 2]],
    [
      'merged without a response',
      { firstResponseAt: undefined, lastApprovalAt: undefined },
      [9, 42, 'none: nobody responded', 'none: nobody approved it'],
    ],
    [
      'approved by the first response',
      { lastApprovalAt: ago(25) },
      [9, 26, 'none: the first response ended it', 16],
    ],
    [
      'open and waiting for a first response',
      { firstResponseAt: undefined, lastApprovalAt: undefined, mergedAt: undefined, closedAt: undefined },
      [9, 51, 'not yet', 'not yet'],
    ],
    [
      'a draft',
      {
        isDraft: true,
        firstResponseAt: undefined,
        lastApprovalAt: undefined,
        mergedAt: undefined,
        closedAt: undefined,
      },
      [60, 'not yet', 'not yet', 'not yet'],
    ],
    ['approved and not merged', { mergedAt: undefined, closedAt: undefined }, [9, 26, 14, 11]],
  ])('tells of one with %s', (_, change, expected) => {
    expect(hours({ ...merged, ...change })).toEqual(expected);
  });

  test('adds up to the cycle time, stage by stage as the metric has them, whatever the order of events', () => {
    const instant = fc.integer({ min: 0, max: 10_000 });
    const maybe = fc.option(instant, { nil: undefined });
    fc.assert(
      fc.property(
        fc.tuple(instant, instant, maybe, maybe, instant),
        ([first, ready, response, approval, end]) => {
          const at = (seconds: number | undefined) =>
            seconds === undefined ? undefined : new Date(seconds * 1_000);
          const band = toLifeBand(
            {
              firstCommitAt: new Date(first * 1_000),
              readyAt: new Date(ready * 1_000),
              firstResponseAt: at(response),
              lastApprovalAt: at(approval),
              mergedAt: new Date(end * 1_000),
              closedAt: new Date(end * 1_000),
              isDraft: false,
            },
            now,
          );
          const stages = toStages({
            firstCommitAt: first,
            readyAt: ready,
            firstResponseAt: response,
            lastApprovalAt: approval,
            mergedAt: end,
          });

          expect(band.stages.map(({ seconds = 0 }) => seconds)).toEqual([
            stages?.codingS,
            stages?.pickupS,
            stages?.reviewS,
            stages?.mergeS,
          ]);
          expect(band.isMoved).toBe(stages?.isMoved);
        },
      ),
    );
  });
});
