import { type Job as BossJob, PgBoss } from 'pg-boss';

import type { Sql } from '../sql/index.ts';
import { type BossRole, toBossOptions, toQueueSettings } from './boss-options.ts';
import type { JobHandler } from './job.ts';
import type { Queue, QueueSettings } from './queue.ts';
import { type RunOptions, runJob, toBossDb } from './run-job.ts';
import { toBossFailure } from './to-boss-failure.ts';

export interface JobsOptions {
  readonly url: string;
  readonly role: BossRole;
  /** All queues of the program. */
  readonly queues: readonly QueueSettings[];
  /** Told of failed jobs, with their queue, and of failures of the queue itself, without. */
  readonly onFailure: (error: unknown, queue: string | undefined) => void;
}

export interface EnqueueOptions {
  /** Higher goes first; default 0. */
  readonly priority?: number;
  /** Not before this instant. */
  readonly startAfter?: Date;
  /** What the queue's policy counts by. */
  readonly singletonKey?: string;
}

export interface WorkOptions {
  /** How many jobs of this queue this process runs at once; default 1. */
  readonly concurrency?: number;
}

/** The job queue, in the same database as the rows that jobs are about. */
export interface Jobs {
  /** Connects and makes the queues that are missing. */
  start(): Promise<void>;
  /**
   * Puts a job into the queue with the transaction `tx`: it is there if and only if `tx` commits. Returns its id, or
   * undefined when the queue's policy says that one is waiting already.
   */
  enqueue<Payload extends object>(
    tx: Sql,
    queue: Queue<Payload>,
    payload: Payload,
    options?: EnqueueOptions,
  ): Promise<string | undefined>;
  /** Runs the queue's jobs in this process from now on. */
  work<Payload extends object>(
    queue: Queue<Payload>,
    options: WorkOptions,
    handler: JobHandler<Payload>,
  ): Promise<void>;
  /**
   * Takes no more jobs and aborts the signals of those that run; waits for them up to `graceMs` (default 15,000), then
   * hands them back. Not graceful: hands them back at once.
   */
  stop(options?: { readonly graceful?: boolean; readonly graceMs?: number }): Promise<void>;
}

/** How often an idle lane looks for work: where nobody wakes it, and where NOTIFY does and looking is the safety net. */
const workOptions = {
  perJobResults: true,
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 5,
} as const;

const ensureQueue = async (boss: PgBoss, queue: QueueSettings, isThere: boolean): Promise<void> => {
  if (isThere) await boss.updateQueue(queue.name, toQueueSettings(queue));
  else await boss.createQueue(queue.name, { ...toQueueSettings(queue), policy: queue.policy });
};

const ensureQueues = async (boss: PgBoss, queues: readonly QueueSettings[]): Promise<void> => {
  const present = new Set((await boss.getQueues()).map((queue) => queue.name));
  for (const queue of queues) await ensureQueue(boss, queue, present.has(queue.name));
};

/** Runs one job of a queue after the other. */
const startLane = async <Payload extends object>(run: RunOptions<Payload>): Promise<void> => {
  const workerId = await run.boss.work(run.queue.name, workOptions, async ([job]: BossJob[]) => {
    if (job === undefined) return [];
    try {
      return await runJob(job, run);
    } finally {
      // Otherwise the lane would rest between two jobs, however many wait.
      run.boss.notifyWorker(workerId);
    }
  });
};

export const createJobs = ({ url, role, queues, onFailure }: JobsOptions): Jobs => {
  const boss = new PgBoss(toBossOptions(url, role));
  const stopping = new AbortController();
  boss.on('error', (told) => onFailure(toBossFailure(told), undefined));
  return {
    start: async () => {
      await boss.start();
      await ensureQueues(boss, queues);
    },
    enqueue: async (tx, queue, payload, options = {}) => {
      const id = await boss.send(queue.name, queue.payload.parse(payload), { ...options, db: toBossDb(tx) });
      return id ?? undefined;
    },
    work: async (queue, { concurrency = 1 }, handler) => {
      const run = { boss, queue, handler, stopping: stopping.signal, onFailure };
      for (let lane = 0; lane < concurrency; lane += 1) await startLane(run);
    },
    stop: async ({ graceful = true, graceMs = 15_000 } = {}) => {
      stopping.abort(new Error('The process is to stop.'));
      await boss.stop({ graceful, timeout: graceMs });
    },
  };
};
