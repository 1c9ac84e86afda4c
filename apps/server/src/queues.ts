import { accessQueues } from './access/index.ts';
import { ownAccountQueues } from './github-access/index.ts';
import { ingestionQueues } from './ingestion/index.ts';
import { teamQueues } from './people/index.ts';
import type { QueueSettings } from './platform/jobs/index.ts';
import { keepFactsQueue } from './reports/index.ts';

/** The queues of all slices. */
export const listQueues = (): readonly QueueSettings[] => [
  ...accessQueues,
  ...ownAccountQueues,
  ...teamQueues,
  ...ingestionQueues,
  keepFactsQueue,
];
