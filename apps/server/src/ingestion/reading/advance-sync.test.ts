import { describe, expect, test } from 'vitest';
import { advanceSync, beginRead, isIncrementalDue, isWanted, type PageRead } from './advance-sync.ts';
import type { SyncState } from './sync-state.ts';

const now = new Date('2026-11-21T12:00:00Z');
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
const minutesAgo = (minutes: number): Date => daysAgo(minutes / 1440);

const fresh: SyncState = {
  phase: 'recent',
  cursor: undefined,
  historyCursor: undefined,
  tooLarge: undefined,
  pageSize: 25,
  total: 100,
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
  failure: undefined,
};

const page = (story: Partial<PageRead> = {}): PageRead => ({
  after: 'c1',
  total: 100,
  newestAt: daysAgo(1),
  oldestAt: daysAgo(10),
  added: 25,
  isQuick: false,
  ...story,
});

const inHistory: SyncState = {
  ...fresh,
  phase: 'history',
  cursor: 'h7',
  startedAt: daysAgo(1),
  recentCompletedAt: minutesAgo(5),
  readAt: minutesAgo(5),
  watermarkAt: daysAgo(1),
};

const inStep: SyncState = {
  ...inHistory,
  phase: 'incremental',
  cursor: undefined,
  completedAt: minutesAgo(20),
  readAt: minutesAgo(20),
};

describe('the newest 30 days', () => {
  test('go on while pages are that young', () => {
    const { state, milestone, isDone } = advanceSync(fresh, page(), now);

    expect(state).toMatchObject({
      phase: 'recent',
      cursor: 'c1',
      newestAt: daysAgo(1),
      held: 25,
      total: 100,
    });
    expect(state.startedAt).toEqual(now);
    expect({ milestone, isDone }).toEqual({ milestone: 'started', isDone: false });
  });

  test('keep the newest of the first page for the watermark', () => {
    const first = advanceSync(fresh, page(), now).state;

    const second = advanceSync(
      first,
      page({ after: 'c2', newestAt: daysAgo(10), oldestAt: daysAgo(31) }),
      now,
    );

    expect(second.milestone).toBe('recent-complete');
    expect(second.state).toMatchObject({
      phase: 'history',
      cursor: 'c2',
      watermarkAt: daysAgo(1),
      newestAt: undefined,
      recentCompletedAt: now,
      readAt: now,
      held: 50,
    });
  });

  test('of a small repository are all of it', () => {
    const { state, milestone, isDone } = advanceSync(fresh, page({ after: undefined }), now);

    expect(state).toMatchObject({ phase: 'incremental', completedAt: now, recentCompletedAt: now });
    expect(state.cursor).toBeUndefined();
    expect({ milestone, isDone }).toEqual({ milestone: 'complete', isDone: true });
  });

  test('of an empty repository are complete without a watermark', () => {
    const empty = page({ after: undefined, total: 0, newestAt: undefined, oldestAt: undefined, added: 0 });

    const { state, milestone } = advanceSync(fresh, empty, now);

    expect(milestone).toBe('complete');
    expect(state.watermarkAt).toBeUndefined();
    expect(isWanted(state, daysAgo(400))).toBe(true);
  });
});

describe('history', () => {
  test('goes back page by page and says how far', () => {
    const { state, isDone } = advanceSync(inHistory, page({ after: 'h8', oldestAt: daysAgo(90) }), now);

    expect(state).toMatchObject({ phase: 'history', cursor: 'h8', reachedAt: daysAgo(90) });
    expect(isDone).toBe(false);
  });

  test('ends with the last page', () => {
    const { state, milestone, isDone } = advanceSync(inHistory, page({ after: undefined }), now);

    expect(state).toMatchObject({ phase: 'incremental', completedAt: now });
    expect({ milestone, isDone }).toEqual({ milestone: 'complete', isDone: true });
  });

  test('makes room for what a sweep found new, and goes on where it stopped', () => {
    const due = { ...inHistory, readAt: minutesAgo(10), changedAt: minutesAgo(1) };

    const begun = beginRead(due);
    const after = advanceSync(
      begun,
      page({ after: 'n1', newestAt: minutesAgo(1), oldestAt: daysAgo(2) }),
      now,
    );

    expect(begun).toMatchObject({ phase: 'incremental', historyCursor: 'h7' });
    expect(begun.cursor).toBeUndefined();
    expect(after.state).toMatchObject({
      phase: 'history',
      cursor: 'h7',
      watermarkAt: minutesAgo(1),
      readAt: now,
    });
    expect(after.state.historyCursor).toBeUndefined();
    expect(after.isDone).toBe(false);
  });

  test('goes on when a look for what is new broke off, and somebody else has looked meanwhile', () => {
    const brokenOff: SyncState = {
      ...inHistory,
      phase: 'incremental',
      cursor: undefined,
      historyCursor: inHistory.cursor,
    };

    const begun = beginRead(brokenOff);

    expect(begun).toMatchObject({ phase: 'history', cursor: inHistory.cursor });
    expect(begun.historyCursor).toBeUndefined();
  });

  test.each([
    ['nothing was found', inHistory],
    ['nobody looked for a day', { ...inHistory, readAt: daysAgo(1) }],
    ['what was found has been read', { ...inHistory, readAt: minutesAgo(1), changedAt: minutesAgo(2) }],
  ])('is not interrupted while %s', (_, state) => {
    expect(beginRead(state)).toBe(state);
  });
});

describe('what is new', () => {
  test('is read until five minutes before the watermark', () => {
    const watermarkAt = daysAgo(1);
    const state = { ...inStep, watermarkAt };
    const atOverlap = new Date(watermarkAt.getTime() - 4 * 60_000);
    const beforeOverlap = new Date(watermarkAt.getTime() - 6 * 60_000);

    const onward = advanceSync(state, page({ after: 'n1', newestAt: now, oldestAt: atOverlap }), now);
    const done = advanceSync(onward.state, page({ after: 'n2', oldestAt: beforeOverlap }), now);

    expect(onward).toMatchObject({ isDone: false, state: { cursor: 'n1', newestAt: now } });
    expect(done).toMatchObject({
      isDone: true,
      milestone: 'in-step',
      state: { watermarkAt: now, readAt: now },
    });
    expect(done.state.cursor).toBeUndefined();
    expect([isWanted(state, atOverlap), isWanted(state, beforeOverlap)]).toEqual([true, false]);
  });

  test('clears what a page before had to wait or fail for', () => {
    const troubled = {
      ...inStep,
      wait: { reason: 'retry', untilAt: now },
      failure: { code: 'github-server', text: 'GitHub failed.', count: 2 },
    } as const;

    const { state } = advanceSync(troubled, page(), now);

    expect(state.wait).toBeUndefined();
    expect(state.failure).toBeUndefined();
  });
});

describe('what is new is looked for', () => {
  const inStep: SyncState = {
    ...fresh,
    phase: 'incremental',
    recentCompletedAt: minutesAgo(60),
    readAt: minutesAgo(5),
  };

  test.each<[string, Partial<SyncState>, boolean]>([
    ['not at rest', {}, false],
    ['once a sweep has found something', { changedAt: minutesAgo(1) }, true],
    ['not for what was found before the last look', { changedAt: minutesAgo(6) }, false],
    ['again after a try that failed', { failure: { code: 'x', text: 'No.', count: 1 } }, true],
    ['when nobody has looked for ten minutes', { readAt: minutesAgo(10) }, true],
    ['never before the newest 30 days are here', { recentCompletedAt: undefined, readAt: undefined }, false],
  ])('%s', (_, more, isDue) => {
    expect(isIncrementalDue({ ...inStep, ...more }, now)).toBe(isDue);
  });
});

describe('the size of a page', () => {
  test('grows by a quarter after a quick answer only', () => {
    const small = { ...fresh, pageSize: 12 };

    expect(advanceSync(small, page({ isQuick: true }), now).state.pageSize).toBe(15);
    expect(advanceSync(small, page({ isQuick: false }), now).state.pageSize).toBe(12);
  });

  test('stay below what GitHub did not finish, for fifty pages', () => {
    const below = { ...fresh, pageSize: 12, tooLarge: { size: 14, pages: 0 } };
    const sizes = Array.from({ length: 52 }).reduce<readonly SyncState[]>(
      (states) => [...states, advanceSync(states.at(-1) ?? below, page({ isQuick: true }), now).state],
      [],
    );

    expect(sizes.slice(0, 50).map(({ pageSize }) => pageSize)).toEqual(Array.from({ length: 50 }, () => 13));
    expect(sizes.at(-1)?.pageSize).toBeGreaterThan(14);
  });
});
