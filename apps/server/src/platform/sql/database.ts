import pg from 'pg';

import { columnTypes } from './column-types.ts';
import type { Database, Sql } from './sql.ts';
import { toSqlError } from './sql-errors.ts';

export interface DatabaseOptions {
  /** Shown by `pg_stat_activity`. */
  readonly applicationName?: string;
  /** Connections at most; default 10. */
  readonly max?: number;
  /** A statement that takes longer is withdrawn; default 5,000 (an answer to a page), 60,000 is right for a worker. */
  readonly statementTimeoutMs?: number;
  /** Longer than this nobody waits for a lock; default 2,000. */
  readonly lockTimeoutMs?: number;
  /** How long to wait for a free connection; default 5,000. */
  readonly connectionTimeoutMs?: number;
  /** Moves `app_now()`, as a PostgreSQL interval (`3 days`, `-2 hours`). For tests. */
  readonly clockOffset?: string;
  /** Told of connections that broke while nobody used them. */
  readonly onIdleError?: (error: Error) => void;
}

type Client = pg.PoolClient;

const toQuery = (text: string, values: readonly unknown[] | undefined): pg.QueryConfig =>
  values === undefined ? { text } : { text, values: [...values] };

const toSql = (client: pg.Pool | Client): Sql => ({
  async query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]> {
    try {
      return (await client.query<Row & pg.QueryResultRow>(toQuery(text, values))).rows;
    } catch (error) {
      throw toSqlError(error);
    }
  },
});

const commit = async (client: Client): Promise<void> => {
  const result = await client.query('commit');
  // PostgreSQL answers a commit of a failed transaction with a quiet rollback.
  if (result.command !== 'COMMIT') {
    throw new Error(
      'A statement in this transaction failed and its error was swallowed, so everything was rolled back.',
    );
  }
};

const runTransaction = async <T>(client: Client, work: (tx: Sql) => Promise<T>): Promise<T> => {
  let isBroken = false;
  try {
    await client.query('begin');
    const result = await work(toSql(client));
    await commit(client);
    return result;
  } catch (error) {
    isBroken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    throw toSqlError(error);
  } finally {
    client.release(isBroken);
  }
};

const quoteSetting = (value: string): string => value.replaceAll(/[\\ ]/g, '\\$&');

const toPoolConfig = (url: string, options: DatabaseOptions): pg.PoolConfig => ({
  connectionString: url,
  application_name: options.applicationName ?? 'throughline',
  max: options.max ?? 10,
  statement_timeout: options.statementTimeoutMs ?? 5_000,
  lock_timeout: options.lockTimeoutMs ?? 2_000,
  connectionTimeoutMillis: options.connectionTimeoutMs ?? 5_000,
  idle_in_transaction_session_timeout: 120_000,
  idleTimeoutMillis: 30_000,
  keepAlive: true,
  types: columnTypes,
  ...(options.clockOffset === undefined
    ? {}
    : { options: `-c throughline.clock_offset=${quoteSetting(options.clockOffset)}` }),
});

/**
 * A pool of connections to the database at `url`. Opens none until asked, and opens new ones by itself after the
 * database was away; meanwhile every question fails with `unavailable`.
 */
export const createDatabase = (url: string, options: DatabaseOptions = {}): Database => {
  const pool = new pg.Pool(toPoolConfig(url, options));
  // Without listeners a connection that breaks while nobody waits for it would end the process; the pool listens only
  // to those that are not lent.
  pool.on('error', (error) => options.onIdleError?.(error));
  pool.on('connect', (client) => client.on('error', () => undefined));
  const connect = async (): Promise<Client> => {
    try {
      return await pool.connect();
    } catch (error) {
      throw toSqlError(error);
    }
  };
  return {
    ...toSql(pool),
    transaction: async (work) => runTransaction(await connect(), work),
    close: () => pool.end(),
  };
};
