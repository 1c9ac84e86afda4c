import type { SyncWaitReason } from '../reading/sync-state.ts';

/** How far the repositories of a connection are, in numbers. */
export interface ConnectionRow {
  readonly connectionId: number;
  readonly discoveredAt: Date | undefined;
  readonly discoveryFailure: string | undefined;
  readonly discoveryWaitReason: SyncWaitReason | undefined;
  readonly discoveryWaitUntil: Date | undefined;
  readonly repositories: number;
  readonly repositoriesComplete: number;
  readonly repositoriesFailed: number;
  /** Of those not complete, how many wait now. */
  readonly repositoriesWaiting: number;
  readonly isRecentComplete: boolean;
  /** Undefined until every repository has been counted. */
  readonly total: number | undefined;
  readonly held: number;
  readonly lastSuccessAt: Date | undefined;
  /** How far back the repositories have come whose history is being read. */
  readonly oldestReachedAt: Date | undefined;
  readonly newestReachedAt: Date | undefined;
  /** The wait that ends first. */
  readonly waitReason: SyncWaitReason | undefined;
  readonly waitUntil: Date | undefined;
  /** Pull requests of the last five minutes, and how many minutes that is since reading began. */
  readonly lately: number;
  readonly latelyMinutes: number;
  /** Of the last hour, and in how many of its minutes something was read. */
  readonly thisHour: number;
  readonly busyMinutes: number;
  /** Pull requests that came and that changed in 24 hours, and what is set aside now. */
  readonly added: number;
  readonly changed: number;
  readonly setAside: number;
}

/** A connection of which nothing has been read. */
export const toEmptyRow = (connectionId: number): ConnectionRow => ({
  connectionId,
  discoveredAt: undefined,
  discoveryFailure: undefined,
  discoveryWaitReason: undefined,
  discoveryWaitUntil: undefined,
  repositories: 0,
  repositoriesComplete: 0,
  repositoriesFailed: 0,
  repositoriesWaiting: 0,
  isRecentComplete: false,
  total: undefined,
  held: 0,
  lastSuccessAt: undefined,
  oldestReachedAt: undefined,
  newestReachedAt: undefined,
  waitReason: undefined,
  waitUntil: undefined,
  lately: 0,
  latelyMinutes: 1,
  thisHour: 0,
  busyMinutes: 0,
  added: 0,
  changed: 0,
  setAside: 0,
});
