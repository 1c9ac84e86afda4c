import type { ClientPool } from '../github-access/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Database } from '../platform/sql/index.ts';

/** What it takes to look for accounts here and at GitHub. */
export interface AccountDependencies {
  readonly database: Database;
  readonly clients: ClientPool;
  readonly clock: Clock;
}
