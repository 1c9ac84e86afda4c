import type { z } from 'zod';

/**
 * Which jobs of a queue may stand beside each other, per `singletonKey` where one is given: `standard` all · `short` one
 * waiting · `singleton` one running · `stately` one waiting and one running · `exclusive` one waiting or running ·
 * `key_strict_fifo` one running per key, in order, and a failed one holds back its successors.
 */
export type QueuePolicy = 'standard' | 'short' | 'singleton' | 'stately' | 'exclusive' | 'key_strict_fifo';

export interface QueueSettings {
  readonly name: string;
  readonly policy: QueuePolicy;
  /** How often a job is tried again after it failed or its worker died. */
  readonly retryLimit: number;
  /** The first wait before trying again; each next one is twice as long, up to `retryDelayMaxSeconds`. */
  readonly retryDelaySeconds: number;
  readonly retryDelayMaxSeconds: number;
  /** A job that runs longer is stopped and tried again, even while its worker lives. */
  readonly timeLimitSeconds: number;
  /**
   * Somebody waits for it: a worker is woken when the job is enqueued, instead of looking every two seconds. PostgreSQL
   * lets one such transaction commit at a time, so never set this for what ingestion enqueues in numbers.
   */
  readonly isInteractive: boolean;
}

/** A kind of job. */
export interface Queue<Payload extends object> extends QueueSettings {
  /** What `enqueue` takes and the handler gets, parsed on both sides: ids and numbers, no secret, for it lies readable. */
  readonly payload: z.ZodType<Payload>;
}

type QueueOptions<Payload extends object> = Pick<Queue<Payload>, 'name' | 'payload'> &
  Partial<Queue<Payload>>;

const defaults = {
  policy: 'standard',
  retryLimit: 10,
  retryDelaySeconds: 1,
  retryDelayMaxSeconds: 300,
  timeLimitSeconds: 900,
  isInteractive: false,
} as const;

/** Declares a queue; each is a constant of the slice whose work it carries. */
export const defineQueue = <Payload extends object>(options: QueueOptions<Payload>): Queue<Payload> => ({
  ...defaults,
  ...options,
});
