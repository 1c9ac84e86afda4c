import type { Clock } from '../platform/clock/index.ts';
import type { Database } from '../platform/sql/index.ts';

/** What pages about persons are made with. */
export interface BriefDependencies {
  readonly database: Database;
  readonly clock: Clock;
}
