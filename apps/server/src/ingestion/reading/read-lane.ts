import type { QuotaLane } from '@throughline/github';
import type { SyncState } from './sync-state.ts';

/** What is new goes before what is read for the first time. */
export const toLane = (state: SyncState): QuotaLane =>
  state.phase === 'incremental' ? 'incremental' : 'backfill';
