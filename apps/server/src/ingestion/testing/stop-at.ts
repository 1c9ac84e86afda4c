import type { Database, Sql } from '../../platform/sql/index.ts';
import type { StopPoint } from './stop-points.data.ts';

/** A database whose user is stopped by `stop` at a point of what it writes. */
export function stopAt(database: Database, { when, statement, time }: StopPoint, stop: () => void): Database {
  let met = 0;
  /** Whether this is the one. */
  const isMet = (text: string): boolean => {
    if (!text.includes(statement)) return false;
    met += 1;
    return met === time;
  };
  const watch = (sql: Sql, onMet: () => void): Sql => ({
    query: async (text, values) => {
      const isHere = isMet(text);
      if (isHere && when === 'before') stop();
      const rows = await sql.query(text, values);
      if (isHere) onMet();
      return rows as never;
    },
  });
  return {
    ...watch(database, stop),
    transaction: async (work) => {
      let isCommitAwaited = false;
      const result = await database.transaction((tx) =>
        work(
          watch(tx, () => {
            if (when === 'inside') stop();
            isCommitAwaited = true;
          }),
        ),
      );
      if (isCommitAwaited && when === 'after') stop();
      return result;
    },
    close: () => database.close(),
  };
}
