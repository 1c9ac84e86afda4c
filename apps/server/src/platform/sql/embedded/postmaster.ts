import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';

import { AppError } from '../../errors/index.ts';
import { isAlive } from '../../process/index.ts';
import { clusterRole } from './initialise-cluster.ts';

/** A running server of ours. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** True when it was left by a Throughline that was killed, and found running. */
  readonly isAdopted: boolean;
  /** Resolves when the server is gone, for whatever reason. */
  readonly exited: Promise<void>;
}

const pollMs = 25;
/** After a crash the server replays its log before it answers. */
const answerWithinMs = 300_000;

/** The address of a database of the embedded server. */
export const toUrl = (port: number, password: string, database: string): string =>
  `postgres://${clusterRole}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

const isAnswering = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** Waits until the server with this id answers; false when it ends before that. */
export const waitUntilAnswering = async (pid: number, url: string): Promise<boolean> => {
  const until = Date.now() + answerWithinMs;
  while (isAlive(pid)) {
    if (await isAnswering(url)) return true;
    if (Date.now() > until) {
      throw new AppError(
        'database-unreachable',
        `PostgreSQL (process ${pid}) runs but has not answered for five minutes. Look at postgres.log in the data ` +
          `directory; to begin anew, stop it with "kill ${pid}" and start Throughline again.`,
      );
    }
    await sleep(pollMs);
  }
  return false;
};
