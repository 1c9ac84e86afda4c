import { setTimeout } from 'node:timers/promises';
import { AppError } from '../errors/index.ts';
import type { Database, Sql } from './sql.ts';

const triesAtMost = 5;
const pauseMsAtMost = 100;

/** Two that met, two that waited for each other, and a lock that was waited for too long. */
const undoneForOthers: ReadonlySet<unknown> = new Set(['40001', '40P01', '55P03']);

/**
 * A transaction that touches much of what others write at the same time. Undone by the database for their sake, it lets
 * them go first and is begun anew, tried five times at most; so `work` keeps nothing outside of it.
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
    // Begun anew at once, it would take what the other is only just woken for, and be met by it again.
    await setTimeout(pauseMsAtMost * (0.5 + Math.random() / 2));
    return transactionAmongOthers(database, work, triesLeft - 1);
  }
}

const isUndoneForOthers = (error: unknown): boolean =>
  error instanceof AppError && undoneForOthers.has(error.context['sqlState']);
