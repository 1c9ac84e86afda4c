import type { Sql } from '../sql/index.ts';

/** What a handler knows of the job it runs. */
export interface Job {
  readonly id: string;
  /** 0 at the first try. */
  readonly retryCount: number;
  /** Aborted when the process is to stop, the time limit is over, or the job was given to another worker. */
  readonly signal: AbortSignal;
  /**
   * Proves that the job is still ours and rejects when it is not. A living process does this every five seconds by
   * itself; call it before an effect outside the database that nobody could take back.
   */
  heartbeat(): Promise<void>;
  /**
   * Ends the job inside the transaction `tx` that holds its effect, so that both happen or neither does. Rejects, and so
   * rolls `tx` back, when the job is no longer ours.
   */
  complete(tx: Sql): Promise<void>;
}

/** Resolves when the job is done; rejects to have it tried again later. */
export type JobHandler<Payload> = (payload: Payload, job: Job) => Promise<void>;
