import type { PullFilter } from './pull-filter.ts';
import type { ResolvedFilter } from './resolve-filter.sql.ts';

/** What a list is asked for, with its names looked up. */
export interface AskedPulls {
  readonly filter: PullFilter;
  readonly resolved: ResolvedFilter;
  /** The workspace's, in which its days begin. */
  readonly zone: string;
}
