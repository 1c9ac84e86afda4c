import type { QuotaLane } from '@throughline/github';

/**
 * The share of an hour's quota a lane must leave to the lanes before it. A tenth is kept for people who wait; what is
 * looked up and what is kept in step come before what is read for the first time.
 */
const keptForOthers: Readonly<Record<QuotaLane, number>> = {
  person: 0,
  lookup: 0.1,
  incremental: 0.12,
  backfill: 0.15,
};

/** How many points of a limit stay untouched by a lane. */
export const toFloor = (lane: QuotaLane, limit: number): number => Math.ceil(limit * keptForOthers[lane]);
