import type { ConstructorOptions, QueueOptions } from 'pg-boss';

import type { QueueSettings } from './queue.ts';

/** The schema of pg-boss's tables, beside ours. */
const schema = 'pgboss';

/**
 * A killed worker's job is missed after 10 to 15 s, longer where the machine is busy. A job proves its life every 5 s, is
 * given up after 10 s without, and somebody looks every 5 s.
 */
const heartbeatSeconds = 10;
const lookEverySeconds = 5;

export type BossRole =
  /** Enqueues only. */
  | 'sender'
  /** Runs jobs and looks after those of dead workers. */
  | 'worker';

export const toBossOptions = (url: string, role: BossRole): ConstructorOptions => ({
  connectionString: url,
  schema,
  application_name: `throughline jobs (${role})`,
  max: role === 'worker' ? 8 : 2,
  schedule: false,
  createSchema: role === 'worker',
  migrate: role === 'worker',
  supervise: role === 'worker',
  useListenNotify: role === 'worker',
  superviseIntervalSeconds: lookEverySeconds,
  monitorIntervalSeconds: lookEverySeconds,
});

/**
 * A waiting job is kept for ten years: pg-boss would throw it away two weeks after it was due, and a machine that slept for
 * three would wake up with the jobs gone that keep everything going.
 */
const retentionSeconds = 10 * 365 * 86_400;

/** Everything of a queue that may change from one version to the next. */
export const toQueueSettings = (queue: QueueSettings): QueueOptions & { readonly notify: boolean } => ({
  retryLimit: queue.retryLimit,
  retryDelay: queue.retryDelaySeconds,
  retryDelayMax: queue.retryDelayMaxSeconds,
  retryBackoff: true,
  expireInSeconds: queue.timeLimitSeconds,
  heartbeatSeconds,
  retentionSeconds,
  notify: queue.isInteractive,
});
