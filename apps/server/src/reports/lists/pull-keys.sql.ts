import type { PullRequestRow } from '@throughline/contract';
import { bindValues, type Sql } from '../../platform/sql/index.ts';
import type { AskedPulls } from './asked-pulls.ts';
import { shownStateSql, toMatchingSql } from './pull-matching.sql.ts';
import { toOrder } from './pull-order.sql.ts';
import { type PullColumns, pullColumnsSql, toPullRow } from './pull-rows.sql.ts';

/** Which pull requests, in order, in two arrays of one length: of a million they take what 10,000 rows do. */
export interface PullKeys {
  readonly repositoryIds: readonly number[];
  readonly numbers: readonly number[];
}

/** All that match, in the order asked for. Where no index gives the order, they are put into it once and not page by page. */
export async function loadPullKeys(sql: Sql, asked: AskedPulls): Promise<PullKeys> {
  const { sort, group, states } = asked.filter;
  const { fromSql, sortSql, groupSql, toBehindSql, pageOrderSql } = toOrder(sort, group, states);
  const { values, bindSql } = bindValues();
  const [keys] = await sql.query<PullKeys>(
    `with page as (
       select
         pull_request.repository_id,
         pull_request.number,
         ${groupSql} as group_value,
         ${sortSql} as sort_value
       from ${fromSql}
       where ${toMatchingSql(asked, bindSql)}
         and ${toBehindSql(undefined, bindSql)})
     select
       coalesce(array_agg(page.repository_id order by ${pageOrderSql}), '{}') as "repositoryIds",
       coalesce(array_agg(page.number order by ${pageOrderSql}), '{}') as numbers
     from page`,
    values,
  );
  return keys ?? { repositoryIds: [], numbers: [] };
}

/** The rows of keys that were loaded for the same reader, in their order. What is gone meanwhile is left out. */
export async function loadPullsOfKeys(
  sql: Sql,
  { repositoryIds, numbers }: PullKeys,
): Promise<readonly PullRequestRow[]> {
  const rows = await sql.query<PullColumns>(
    `with page as (
       select
         pull_request.*,
         ${shownStateSql} as shown_state,
         ''::text as group_value,
         ''::text as sort_value,
         asked.place
       from unnest($1::bigint[], $2::integer[]) with ordinality as asked (repository_id, number, place)
       join v_pull_request as pull_request
         on pull_request.repository_id = asked.repository_id
         and pull_request.number = asked.number)
     ${pullColumnsSql}
     order by page.place`,
    [repositoryIds, numbers],
  );
  return rows.map(toPullRow);
}
