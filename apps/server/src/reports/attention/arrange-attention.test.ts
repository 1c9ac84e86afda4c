import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange, type Item, sortOut, takeFirst } from './arrange-attention.ts';
import type { AttentionKind } from './judge-attention.ts';

const now = new Date('2026-11-21T12:00:00Z');
const ago = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);

interface Story {
  readonly number: number;
  readonly kind?: AttentionKind;
  readonly since?: number;
  readonly beyond?: number;
  readonly isRobot?: boolean;
  readonly leftOutReason?: string;
  readonly lastCommit?: number;
}

const toItem = ({
  number,
  kind = 'first-review',
  since = 30,
  beyond,
  isRobot = false,
  ...story
}: Story): Item => ({
  part: 'other',
  facts: {
    repositoryId: 1,
    number,
    state: 'open',
    isDraft: false,
    isRobot,
    readyAt: ago(since),
    askedOf: [],
    reviewedBy: [],
    lastCommitAt: story.lastCommit === undefined ? undefined : ago(story.lastCommit),
    leftOutReason: story.leftOutReason,
  },
  attention: {
    kind,
    sinceAt: ago(since),
    turn: { kind: 'anybody' },
    limit: { value: 24 },
    beyondAt: beyond === undefined ? undefined : ago(beyond),
  },
});
const numbers = (items: readonly Item[]) => items.map(({ facts }) => facts.number);

describe('sortOut', () => {
  const snooze = {
    repositoryId: 1,
    number: 1,
    agreement: 'first-review' as const,
    untilAt: ago(-5),
    seenAt: ago(30),
  };

  it('puts off what its reader put off, for that reason alone', () => {
    const items = [toItem({ number: 1 }), toItem({ number: 1, kind: 'oversized' }), toItem({ number: 2 })];

    const { waiting, snoozed } = sortOut(items, [snooze]);

    expect(waiting.map(({ attention }) => attention.kind)).toEqual(['oversized', 'first-review']);
    expect(snoozed[0]?.snoozedUntilAt).toEqual(ago(-5));
  });

  it('brings it back when something new happened on it', () => {
    expect(sortOut([toItem({ number: 1, lastCommit: 2 })], [snooze]).snoozed).toEqual([]);
  });

  it('leaves out what figures leave out, snoozed or not', () => {
    const sorted = sortOut([toItem({ number: 1, leftOutReason: 'wip' })], [snooze]);

    expect([sorted.waiting, sorted.snoozed, numbers(sorted.leftOut)]).toEqual([[], [], [1]]);
  });
});

describe('arrange', () => {
  it('stands by kind, what waits longest first, robots last and apart', () => {
    const items = [
      toItem({ number: 1, kind: 'oversized' }),
      toItem({ number: 2, since: 30 }),
      toItem({ number: 3, since: 60 }),
      toItem({ number: 4, since: 90, isRobot: true }),
      toItem({ number: 5, kind: 'reply' }),
    ];

    const { page, groups, total } = arrange(items, { limit: 10 });

    expect(numbers(page)).toEqual([3, 2, 5, 1, 4]);
    expect(groups.map(({ group, count }) => [group, count])).toEqual([
      ['first-review', 2],
      ['re-review', 1],
      ['oversized', 1],
      ['robots', 1],
    ]);
    expect(total).toBe(5);
  });

  it('gives every row once, page after page, whatever the pages’ size', () => {
    const kinds = fc.constantFrom<AttentionKind>('first-review', 'reply', 'oversized', 'open-too-long');
    const stories = fc.uniqueArray(
      fc.record({
        number: fc.integer({ min: 1, max: 60 }),
        kind: kinds,
        since: fc.integer({ min: 0, max: 5 }),
      }),
      { selector: ({ number, kind }) => `${number} ${kind}` },
    );
    fc.assert(
      fc.property(stories, fc.integer({ min: 1, max: 7 }), (given, limit) => {
        const items = given.map(toItem);
        const whole = arrange(items, { limit: 1000 }).page;
        const seen: Item[] = [];
        let after: string | undefined;
        do {
          const { page, next } = arrange(items, { after, limit });
          seen.push(...page);
          after = next;
        } while (after !== undefined);

        expect(seen).toEqual(whole);
        expect(whole).toHaveLength(items.length);
      }),
    );
  });
});

describe('takeFirst', () => {
  it('takes what is beyond its limit before what waits longer within it', () => {
    const items = [
      toItem({ number: 1, since: 90 }),
      toItem({ number: 2, since: 10, beyond: 1 }),
      toItem({ number: 3, since: 20, beyond: 2, kind: 'not-merged' }),
    ];

    expect(numbers(takeFirst(items, 2, now))).toEqual([3, 2]);
  });
});
