import type { Sql } from '../../platform/sql/index.ts';
import type { Counting } from './judge-counting.ts';

/** Whether figures count a pull request. */
export async function findCounting(sql: Sql, repositoryId: number, number: number): Promise<Counting> {
  const [row] = await sql.query<{ exclusion_kind: string | null; exclusion_reason: string | null }>(
    `select exclusion_kind, exclusion_reason
     from v_pull_request_fact
     where repository_id = $1::bigint
       and number = $2::integer`,
    [repositoryId, number],
  );
  if (row === undefined) return undefined;
  if (row.exclusion_reason === null) return 'counted';
  return { kind: row.exclusion_kind ?? 'rule', reason: row.exclusion_reason };
}
