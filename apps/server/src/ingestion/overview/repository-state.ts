import type { RepositorySync } from '@throughline/contract';
import type { SyncFailure, SyncWait } from '../reading/sync-state.ts';
import { toWaitText } from './wait-text.ts';

/** A repository's reading as the sync page needs it. */
export interface RepositoryStanding {
  readonly isPaused: boolean;
  readonly startedAt: Date | undefined;
  readonly completedAt: Date | undefined;
  readonly wait: SyncWait | undefined;
  readonly failure: SyncFailure | undefined;
}

/** A failure is told as one when it has happened so often in a row; before that it is a wait. */
export const tellFailureAt = 3;

export const isFailed = ({ failure }: RepositoryStanding): boolean =>
  failure !== undefined && failure.count >= tellFailureAt;

/** The state of a repository's reading in one word. */
export function toRepositoryState(standing: RepositoryStanding): RepositorySync['state'] {
  if (standing.isPaused) return 'paused';
  if (isFailed(standing)) return 'failed';
  if (standing.completedAt !== undefined) return 'complete';
  return standing.startedAt === undefined || standing.wait !== undefined ? 'waiting' : 'reading';
}

/** What it waits for, in words, while it does. */
export function toRepositoryWait(
  { wait, isPaused }: RepositoryStanding,
  now: Date,
  zone: string,
): RepositorySync['wait'] {
  if (isPaused || wait === undefined || wait.untilAt <= now) return undefined;
  return { text: toWaitText(wait, now, zone), until: wait.untilAt.toISOString() };
}
