import * as z from 'zod';
import { defineQueue, type QueueSettings } from '../platform/jobs/index.ts';

/** A day of retries a minute apart: these jobs keep themselves going and must outlive a database that is away. */
const persistent = { retryLimit: 1_440, retryDelaySeconds: 1, retryDelayMaxSeconds: 60 } as const;

/**
 * An hour of retries at most five seconds apart. What GitHub refuses waits by its own clock and completes the job; a job is
 * tried again where its worker or the database was killed, which may happen ten times in one turn of reading, and goes on
 * within 45 s each time: up to 20 s until it is missed, and then this.
 */
const interrupted = { retryLimit: 720, retryDelaySeconds: 1, retryDelayMaxSeconds: 5 } as const;

const id = z.number().int().positive();

/** Looks which work is due, every fifteen seconds. */
export const planQueue = defineQueue({
  name: 'plan-reading',
  payload: z.strictObject({}),
  policy: 'exclusive',
  ...persistent,
});

/** Lists a connection's repositories. Somebody who has just connected waits for it. */
export const discoverQueue = defineQueue({
  name: 'discover-repositories',
  payload: z.strictObject({ connectionId: id, isForced: z.boolean() }),
  policy: 'exclusive',
  ...interrupted,
  isInteractive: true,
});

/** Looks which of a connection's repositories have changed. */
export const sweepQueue = defineQueue({
  name: 'sweep-repositories',
  payload: z.strictObject({ connectionId: id, failures: z.number().int().nonnegative() }),
  policy: 'exclusive',
  ...interrupted,
});

/** Reads one repository's pull requests, page after page, for a while. */
export const readQueue = defineQueue({
  name: 'read-repository',
  payload: z.strictObject({ repositoryId: id, isForced: z.boolean() }),
  policy: 'exclusive',
  ...interrupted,
});

/** Repositories read at once by one process. GitHub answers about one heavy question of a credential at a time. */
export const readersAtOnce = 4;

/** Reads single pull requests again: contradicted ones, and those that could not be read. */
export const lookUpQueue = defineQueue({
  name: 'look-up-pull-requests',
  payload: z.strictObject({ repositoryId: id }),
  policy: 'exclusive',
  ...interrupted,
});

/** Reads again, once an hour, a share of what may have changed without a trace. */
export const recheckQueue = defineQueue({
  name: 'recheck-pull-requests',
  payload: z.strictObject({}),
  policy: 'exclusive',
  ...persistent,
});

/** Counts, every two seconds, what is here of the repositories that changed. */
export const countQueue = defineQueue({
  name: 'count-completeness',
  payload: z.strictObject({}),
  policy: 'exclusive',
  ...persistent,
});

/** Ends a connection. It outlives whatever keeps it from that, and somebody looks on. */
export const disconnectQueue = defineQueue({
  name: 'disconnect',
  payload: z.strictObject({ connectionId: id }),
  policy: 'exclusive',
  ...persistent,
  isInteractive: true,
});

/** Deletes, once an hour, what was read of data that were switched off 30 days ago. */
export const purgeQueue = defineQueue({
  name: 'purge-switched-off',
  payload: z.strictObject({}),
  policy: 'exclusive',
  ...persistent,
});

/** Forgets, once an hour, what the data dictionary says is kept only so long. */
export const forgetQueue = defineQueue({
  name: 'forget-reading',
  payload: z.strictObject({}),
  policy: 'exclusive',
  ...persistent,
});

export const ingestionQueues: readonly QueueSettings[] = [
  planQueue,
  discoverQueue,
  sweepQueue,
  readQueue,
  lookUpQueue,
  recheckQueue,
  countQueue,
  forgetQueue,
  disconnectQueue,
  purgeQueue,
];
