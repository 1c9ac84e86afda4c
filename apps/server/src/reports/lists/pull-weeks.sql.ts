import { bindValues, type Sql } from '../../platform/sql/index.ts';
import type { AskedPulls } from './asked-pulls.ts';
import { toMatchingSql } from './pull-matching.sql.ts';
import { toEvent } from './pull-sort.ts';

const eventColumns = { created: 'created_at', merged: 'merged_at', closed: 'closed_at' } as const;

/**
 * How many pull requests a list with a period has in each of its ISO weeks, by Monday as `2026-11-16`: what the same list
 * has for that week alone.
 */
export async function countPullsByWeek(sql: Sql, asked: AskedPulls): Promise<ReadonlyMap<string, number>> {
  const { values, bindSql } = bindValues();
  const atSql = eventColumns[toEvent(asked.filter.states)];
  const rows = await sql.query<{ monday: string; count: number }>(
    `select
       to_char(date_trunc('week', pull_request.${atSql} at time zone ${bindSql(asked.zone, 'text')}), 'YYYY-MM-DD') as monday,
       count(*)::integer as count
     from v_pull_request as pull_request
     where ${toMatchingSql(asked, bindSql)}
     group by 1`,
    values,
  );
  return new Map(rows.map(({ monday, count }) => [monday, count]));
}
