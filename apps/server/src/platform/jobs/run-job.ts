import type { Job as BossJob, JobResult, PgBoss } from 'pg-boss';

import { AppError } from '../errors/index.ts';
import type { Sql } from '../sql/index.ts';
import type { Job, JobHandler } from './job.ts';
import type { Queue } from './queue.ts';

/** pg-boss's way to use the caller's transaction. */
export const toBossDb = (
  tx: Sql,
): { executeSql(text: string, values?: unknown[]): Promise<{ rows: object[] }> } => ({
  executeSql: async (text, values) => ({ rows: await tx.query<object>(text, values) }),
});

export interface RunOptions<Payload extends object> {
  readonly boss: PgBoss;
  readonly queue: Queue<Payload>;
  readonly handler: JobHandler<Payload>;
  /** Aborted when the process is to stop. */
  readonly stopping: AbortSignal;
  readonly onFailure: (error: unknown, queue: string) => void;
}

const lost = (): AppError =>
  new AppError('conflict', 'This job was given to another worker, so its effect is left to that one.');

/** The declarations of pg-boss leave the number out of what `complete` and `touch` return. */
const isAffected = (response: object): boolean => 'affected' in response && response.affected !== 0;

const toJob = (boss: PgBoss, queueName: string, bossJob: BossJob, stopping: AbortSignal): Job => {
  const attempt = { id: bossJob.id, retryCount: bossJob.retryCount };
  return {
    ...attempt,
    signal: AbortSignal.any([bossJob.signal, stopping]),
    heartbeat: async () => {
      if (!isAffected(await boss.touch(queueName, attempt))) throw lost();
    },
    complete: async (tx) => {
      if (!isAffected(await boss.complete(queueName, attempt, null, { db: toBossDb(tx) }))) throw lost();
    },
  };
};

/** What is kept of a failure in the queue: its sentence. What else an error carries may be secret and goes to the log. */
const toKeptFailure = (error: unknown): Error => {
  const code = error instanceof AppError ? `${error.code}: ` : '';
  const kept = new Error(`${code}${error instanceof Error ? error.message : String(error)}`);
  kept.stack = '';
  return kept;
};

/**
 * Runs one job of a queue. A payload that this version cannot read fails for good: trying again would not change it.
 * Any other failure rejects, and pg-boss tries again later.
 */
export const runJob = async <Payload extends object>(
  bossJob: BossJob,
  { boss, queue, handler, stopping, onFailure }: RunOptions<Payload>,
): Promise<JobResult[]> => {
  const payload = queue.payload.safeParse(bossJob.data);
  if (!payload.success) {
    onFailure(payload.error, queue.name);
    return [
      {
        id: bossJob.id,
        status: 'deadletter',
        output: { message: 'The payload is not what this queue carries.' },
      },
    ];
  }
  try {
    await handler(payload.data, toJob(boss, queue.name, bossJob, stopping));
    return [{ id: bossJob.id, status: 'completed' }];
  } catch (error) {
    onFailure(error, queue.name);
    throw toKeptFailure(error);
  }
};
