import type { RepositorySync } from '@throughline/contract';
import type { SyncWaitReason } from '../reading/sync-state.ts';
import { toWaitText } from './wait-text.ts';

export interface RepositoryWait {
  readonly waitReason: SyncWaitReason | undefined;
  readonly waitUntil: Date | undefined;
}

/** What a repository waits for, in words, while it does. */
export function toRepositoryWait(
  { waitReason: reason, waitUntil: untilAt }: RepositoryWait,
  now: Date,
  zone: string,
): RepositorySync['wait'] {
  if (reason === undefined || untilAt === undefined || untilAt <= now) return undefined;
  return { text: toWaitText({ reason, untilAt }, now, zone), until: untilAt.toISOString() };
}
