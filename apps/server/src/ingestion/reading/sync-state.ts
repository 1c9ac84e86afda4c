import type { WaitReason } from '@throughline/github';

/** What is being read: the newest 30 days, then all before them, then what is new. */
export type Phase = 'recent' | 'history' | 'incremental';

/** Why nothing is being asked right now. None of them is a failure. */
export type SyncWaitReason =
  | WaitReason
  /** GitHub failed to answer; it is asked again. */
  | 'retry';

export interface SyncWait {
  readonly reason: SyncWaitReason;
  readonly untilAt: Date;
}

export interface SyncFailure {
  readonly code: string;
  readonly text: string;
  /** Tries in a row. */
  readonly count: number;
}

export interface TooLarge {
  readonly size: number;
  /** Pages that came since. */
  readonly pages: number;
}

/** How far a repository's pull requests have been read. */
export interface SyncState {
  readonly phase: Phase;
  /** Where the next page begins; undefined: at the newest. */
  readonly cursor: string | undefined;
  /** Where history goes on after a pass over what is new. */
  readonly historyCursor: string | undefined;
  readonly pageSize: number;
  /** The smallest size that GitHub did not finish lately; pages stay below it for a while. */
  readonly tooLarge: TooLarge | undefined;
  readonly total: number | undefined;
  readonly held: number;
  /** The newest update seen when the pass under way began. */
  readonly newestAt: Date | undefined;
  /** Everything updated until then has been read. */
  readonly watermarkAt: Date | undefined;
  /** How far back history has come. */
  readonly reachedAt: Date | undefined;
  readonly startedAt: Date | undefined;
  readonly recentCompletedAt: Date | undefined;
  readonly completedAt: Date | undefined;
  /** When what is new was last read. */
  readonly readAt: Date | undefined;
  /** When a sweep found that there is something new. */
  readonly changedAt: Date | undefined;
  readonly wait: SyncWait | undefined;
  readonly failure: SyncFailure | undefined;
}

export const minuteMs = 60_000;
/** UX: the newest 30 days come first. */
export const recentMs = 30 * 24 * 60 * minuteMs;
/** Without webhooks, changes show within ten minutes. */
export const incrementalEveryMs = 10 * minuteMs;
/** After so many pages a size that GitHub did not finish is tried once more. */
export const pagesBelowTooLarge = 50;
/** Read again before the watermark: items move between pages, and GitHub's replicas lag. */
export const overlapMs = 5 * minuteMs;
