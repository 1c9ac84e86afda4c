import type { Sql } from '../sql/index.ts';

/** How long jobs that are due have waited to be picked up, and when one last was. */
export interface JobLook {
  readonly due: number;
  readonly oldestWaitS: number | undefined;
  readonly running: number;
}

/** Looks into the queue's own tables. Their clock is the database's own, whatever clock a test has moved. */
export async function lookAtJobs(sql: Sql): Promise<JobLook> {
  const [row] = await sql.query<{ due: number; oldest_wait_s: number | null; running: number }>(
    `select
       count(*) filter (where state in ('created', 'retry') and start_after <= now())::integer as due,
       extract(epoch from now() - min(start_after) filter (
         where state in ('created', 'retry') and start_after <= now()))::float8 as oldest_wait_s,
       count(*) filter (where state = 'active')::integer as running
     from pgboss.job`,
  );
  return { due: row?.due ?? 0, oldestWaitS: row?.oldest_wait_s ?? undefined, running: row?.running ?? 0 };
}
