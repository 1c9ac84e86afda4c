import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/sql/index.ts';

interface Timed {
  readonly database: Database;
  readonly clock: Clock;
}

/**
 * The same means by the database's clock: what it shows now, gone on by our own. When a look is due, how long to wait and
 * until when something has been read is written by many machines and compared in the database; a machine whose clock is
 * off must not put off what is due, nor ask without a pause. For the length of a job.
 */
export async function byDatabaseClock<Means extends Timed>(means: Means): Promise<Means> {
  const [row] = await means.database.query<{ now: Date }>('select app_now() as now');
  const aheadMs = row === undefined ? 0 : row.now.getTime() - means.clock.now().getTime();
  return { ...means, clock: { now: () => new Date(means.clock.now().getTime() + aheadMs) } };
}
