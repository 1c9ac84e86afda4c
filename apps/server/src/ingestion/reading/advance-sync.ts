import { nextPageSize, toLargestPage } from '@throughline/github';
import { isListed } from './is-listed.ts';
import { incrementalEveryMs, overlapMs, pagesBelowTooLarge, recentMs, type SyncState } from './sync-state.ts';

/** What a page brought, as far as the way through the list goes. */
export interface PageRead {
  /** Where the next page begins; undefined after the last one. */
  readonly after: string | undefined;
  readonly total: number;
  /** Of the first and last entry that could be read; entries come last updated first. */
  readonly newestAt: Date | undefined;
  readonly oldestAt: Date | undefined;
  /** Pull requests that were not here before. */
  readonly added: number;
  /** Whether GitHub had time to spare, so that a larger page may be tried. */
  readonly isQuick: boolean;
}

export type Milestone = 'started' | 'recent-complete' | 'complete' | 'in-step';

export interface Advance {
  readonly state: SyncState;
  readonly milestone: Milestone | undefined;
  /** Nothing more to read until the next pass is due. */
  readonly isDone: boolean;
}

/** Whether a pass over what is new is due: a sweep found something, the last try failed, or nobody looked for long. */
export function isIncrementalDue(state: SyncState, now: Date): boolean {
  const { recentCompletedAt, readAt, failure } = state;
  if (recentCompletedAt === undefined) return false;
  if (readAt === undefined || isChanged(state) || failure !== undefined) return true;
  return now.getTime() - readAt.getTime() >= incrementalEveryMs;
}

/** Whether a sweep found something since what is new was read. */
const isChanged = ({ changedAt, readAt }: SyncState): boolean =>
  changedAt !== undefined && (readAt === undefined || changedAt > readAt);

/**
 * The state from which the next page is read: history makes room when a sweep found something new, and goes on when that was
 * read, whoever did. Not by time: of a thousand repositories whose history takes a day, each would be looked at at each turn.
 */
export function beginRead(state: SyncState): SyncState {
  const { phase, cursor, historyCursor } = state;
  const isMakingRoom = phase === 'incremental' && cursor === undefined && historyCursor !== undefined;
  if (isMakingRoom && !isChanged(state)) {
    return { ...state, phase: 'history', cursor: historyCursor, historyCursor: undefined };
  }
  if (state.phase !== 'history' || !isChanged(state)) return state;
  return {
    ...state,
    phase: 'incremental',
    historyCursor: state.cursor,
    cursor: undefined,
    newestAt: undefined,
  };
}

/** Where reading stands after a page that was asked for at `now`. */
export function advanceSync(before: SyncState, page: PageRead, now: Date): Advance {
  const state = takePage(before, page, now);
  const isEnd = page.after === undefined;
  const started = before.startedAt === undefined ? ({ milestone: 'started' } as const) : undefined;
  const advance = advancePhase(state, page, { now, isEnd });
  return advance.milestone === undefined && started !== undefined ? { ...advance, ...started } : advance;
}

/** Whether a page is the last one of a pass: what was left for later is read before it is kept. */
export function endsPass(state: SyncState, way: Omit<PageRead, 'added'>, now: Date): boolean {
  const after = advanceSync(state, { ...way, added: 0 }, now);
  return after.milestone === 'complete' || after.state.readAt !== state.readAt;
}

/** What every page changes. */
function takePage(before: SyncState, page: PageRead, now: Date): SyncState {
  return {
    ...before,
    cursor: page.after,
    pageSize: page.isQuick ? nextPageSize(before.pageSize, 'read', toRoom(before)) : before.pageSize,
    tooLarge: countPage(before.tooLarge),
    total: page.total,
    held: before.held + page.added,
    newestAt: before.cursor === undefined ? page.newestAt : before.newestAt,
    startedAt: before.startedAt ?? now,
    wait: undefined,
    failure: undefined,
  };
}

/** The largest page worth asking for: by its price, and below what GitHub did not finish. */
const toRoom = (state: SyncState): number =>
  Math.min(
    toLargestPage({ withSets: !isListed(state) }),
    Math.max(1, (state.tooLarge?.size ?? Number.POSITIVE_INFINITY) - 1),
  );

const countPage = (tooLarge: SyncState['tooLarge']): SyncState['tooLarge'] =>
  tooLarge === undefined || tooLarge.pages + 1 >= pagesBelowTooLarge
    ? undefined
    : { ...tooLarge, pages: tooLarge.pages + 1 };

interface Place {
  readonly now: Date;
  readonly isEnd: boolean;
}

function advancePhase(state: SyncState, page: PageRead, place: Place): Advance {
  switch (state.phase) {
    case 'recent':
      return advanceRecent(state, page, place);
    case 'history':
      return advanceHistory(state, page, place);
    case 'incremental':
      return advanceIncremental(state, page, place);
  }
}

function advanceRecent(state: SyncState, page: PageRead, { now, isEnd }: Place): Advance {
  const isPast = page.oldestAt !== undefined && page.oldestAt.getTime() < now.getTime() - recentMs;
  const reached = { ...state, reachedAt: page.oldestAt ?? state.reachedAt };
  if (!isEnd && !isPast) return goOn(reached);
  const recent = { ...endPass(reached, now), recentCompletedAt: now };
  if (isEnd) return complete(recent, now);
  return {
    state: { ...recent, phase: 'history', cursor: page.after },
    milestone: 'recent-complete',
    isDone: false,
  };
}

function advanceHistory(state: SyncState, page: PageRead, { now, isEnd }: Place): Advance {
  const reached = { ...state, reachedAt: page.oldestAt ?? state.reachedAt };
  return isEnd ? complete(reached, now) : goOn(reached);
}

function advanceIncremental(state: SyncState, page: PageRead, { now, isEnd }: Place): Advance {
  const isCaughtUp =
    page.oldestAt !== undefined &&
    state.watermarkAt !== undefined &&
    page.oldestAt.getTime() < state.watermarkAt.getTime() - overlapMs;
  if (!isEnd && !isCaughtUp) return goOn(state);
  const inStep = endPass(state, now);
  if (state.historyCursor === undefined) return { state: inStep, milestone: 'in-step', isDone: true };
  return goOn({ ...inStep, phase: 'history', cursor: state.historyCursor, historyCursor: undefined });
}

const goOn = (state: SyncState): Advance => ({ state, milestone: undefined, isDone: false });

/** What was newest at the beginning of the pass is the watermark at its end. */
const endPass = (state: SyncState, now: Date): SyncState => ({
  ...state,
  cursor: undefined,
  watermarkAt: state.newestAt ?? state.watermarkAt,
  newestAt: undefined,
  readAt: now,
});

const complete = (state: SyncState, now: Date): Advance => ({
  state: { ...state, phase: 'incremental', cursor: undefined, newestAt: undefined, completedAt: now },
  milestone: 'complete',
  isDone: true,
});

/** What of a page is worth writing: in step, only what changed since the watermark. */
export function isWanted(state: SyncState, updatedAt: Date): boolean {
  if (state.phase !== 'incremental' || state.watermarkAt === undefined) return true;
  return updatedAt.getTime() >= state.watermarkAt.getTime() - overlapMs;
}
