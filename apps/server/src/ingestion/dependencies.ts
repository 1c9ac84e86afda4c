import type { ClientPool } from '../github-access/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Jobs } from '../platform/jobs/index.ts';
import type { Logger } from '../platform/logging/index.ts';
import type { SecretBox } from '../platform/secrets/index.ts';
import type { Database } from '../platform/sql/index.ts';
import type { AnswerMemory } from './reading/answer-memory.ts';
import type { LongLists } from './reading/long-lists.ts';

/** What the background work of this slice needs. */
export interface ReadingDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly secretBox: SecretBox;
  readonly clients: ClientPool;
  readonly jobs: Jobs;
  readonly logger: Logger;
  /** Of the pages that this process reads. */
  readonly answers: AnswerMemory;
  /** Of files, that this process has begun. */
  readonly longLists: LongLists;
}
