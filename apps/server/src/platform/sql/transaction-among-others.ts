import { AppError } from '../errors/index.ts';
import type { Database, Sql } from './sql.ts';

const triesAtMost = 5;

/** Two that met, two that waited for each other, and a lock that was waited for too long. */
const undoneForOthers: ReadonlySet<unknown> = new Set(['40001', '40P01', '55P03']);

/**
 * A transaction that touches much of what others write at the same time. Undone by the database for their sake, it is
 * begun anew, five times at most; so `work` keeps nothing outside of it.
 */
export async function transactionAmongOthers<T>(
  database: Database,
  work: (tx: Sql) => Promise<T>,
  triesLeft = triesAtMost,
): Promise<T> {
  try {
    return await database.transaction(work);
  } catch (error) {
    if (triesLeft <= 1 || !isUndoneForOthers(error)) throw error;
    return transactionAmongOthers(database, work, triesLeft - 1);
  }
}

const isUndoneForOthers = (error: unknown): boolean =>
  error instanceof AppError && undoneForOthers.has(error.context['sqlState']);
