import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';

import { AppError } from '../../errors/index.ts';
import { toSqlError } from '../sql-errors.ts';
import { type AppliedMigration, type Migration, planMigrations } from './migration.ts';
import type { MigrationFiles } from './migration-files.ts';
import { requireUsableDatabase } from './usable-database.ts';
import { createViews } from './views.ts';

export interface MigrateOptions {
  /** Runs under the same lock after the migrations, for tables that a library brings (the job queue). */
  readonly alongside?: (url: string) => Promise<void>;
  readonly onApplied?: (name: string) => void;
}

/** Any constant: the key of the advisory lock under which a database is migrated. */
const lockKey = 7_468_726_791;
const lockWaitMs = 100;
const lockAttempts = 6_000;
/** A table in use is waited for this long at a time, so that those who queue behind the migration are not held up. */
const tableLockWaitMs = 5_000;
const tableLockAttempts = 12;

const loadApplied = async (client: pg.Client): Promise<AppliedMigration[]> => {
  const found = await client.query<{ found: boolean }>(
    "select to_regclass('schema_migration') is not null as found",
  );
  if (found.rows[0]?.found !== true) return [];
  return (
    await client.query<AppliedMigration>('select number, name, sha256 from schema_migration order by number')
  ).rows;
};

const record = (client: pg.Client, { number, name, sha256 }: Migration): Promise<unknown> =>
  client.query(
    'insert into schema_migration (number, name, sha256) values ($1::integer, $2::text, $3::text)',
    [number, name, sha256],
  );

const applyInTransaction = async (client: pg.Client, migration: Migration): Promise<void> => {
  await client.query('begin');
  try {
    await client.query(`set local lock_timeout = ${tableLockWaitMs}`);
    await client.query(migration.text);
    await record(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
};

/** One statement after the other, each ending a line with its semicolon; every one must bear being run again. */
const applyStatementWise = async (client: pg.Client, migration: Migration): Promise<void> => {
  for (const statement of migration.text.split(/;[ \t]*$/m)) {
    if (/^\s*[a-z]/m.test(statement.replaceAll(/^\s*--.*$/gm, ''))) await client.query(statement);
  }
  await record(client, migration);
};

const isLockTimeout = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '55P03';

const explain = (error: unknown, migration: Migration): unknown => {
  const sqlError = toSqlError(error);
  if (sqlError instanceof AppError) return sqlError;
  const detail = error instanceof Error ? error.message : String(error);
  return new Error(
    `db/migrations/${migration.name} failed and left nothing behind: ${detail}. Where a view stands in the way, drop ` +
      'it first in the migration; all views are made anew afterwards.',
    { cause: error },
  );
};

const apply = async (
  client: pg.Client,
  migration: Migration,
  attemptsLeft = tableLockAttempts,
): Promise<void> => {
  const run = migration.isTransactional ? applyInTransaction : applyStatementWise;
  try {
    await run(client, migration);
  } catch (error) {
    if (!isLockTimeout(error) || attemptsLeft <= 1) throw explain(error, migration);
    await apply(client, migration, attemptsLeft - 1);
  }
};

/** Asks again and again instead of waiting inside PostgreSQL: a waiting statement would block `create index concurrently`. */
const takeLock = async (client: pg.Client): Promise<void> => {
  for (let attempt = 0; attempt < lockAttempts; attempt += 1) {
    const { rows } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock($1::bigint) as taken',
      [lockKey],
    );
    if (rows[0]?.taken === true) return;
    await sleep(lockWaitMs);
  }
  throw new AppError(
    'unavailable',
    'Another process has been changing the database for ten minutes. Look at its log, then start again.',
  );
};

const connect = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'throughline migrate',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError(
      'database-unreachable',
      `The database of DATABASE_URL does not let us in (${reason}). Check address, user and password, and that it runs.`,
      { cause: error },
    );
  }
};

const migrateLocked = async (
  client: pg.Client,
  files: MigrationFiles,
  options: MigrateOptions,
): Promise<void> => {
  await client.query('set statement_timeout = 0; set lock_timeout = 0');
  const applied = await loadApplied(client);
  if (applied.length === 0) await requireUsableDatabase(client);
  const pending = planMigrations(files.migrations, applied);
  for (const migration of pending) {
    await apply(client, migration);
    options.onApplied?.(migration.name);
  }
  await createViews(client, files, pending.length > 0);
};

/**
 * Brings the database to this version's schema. Any number of processes may call it at once: one works, the others
 * find the work done. Throws `database-newer`, `database-foreign`, `database-unreachable`, `migration-changed`.
 */
export const migrate = async (
  url: string,
  files: MigrationFiles,
  options: MigrateOptions = {},
): Promise<void> => {
  const client = await connect(url);
  try {
    await takeLock(client);
    await migrateLocked(client, files, options);
    await options.alongside?.(url);
  } catch (error) {
    throw toSqlError(error);
  } finally {
    await client.end().catch(() => undefined);
  }
};
