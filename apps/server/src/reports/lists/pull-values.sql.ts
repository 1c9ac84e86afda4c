import type { Sql } from '../../platform/sql/index.ts';
import type { VisibleRepositories } from '../../visibility/index.ts';

/** Of how many pull requests values are offered: looking through all of them would take longer than reading the offer. */
const newest = 5_000;

const selects = {
  label: `
    select min(label.name) as value
    from newest
    join v_pull_request_label as label
      on label.repository_id = newest.repository_id
      and label.number = newest.number
    group by lower(label.name)`,
  base: `
    select newest.base_ref as value
    from newest
    group by newest.base_ref`,
} as const;

/** What a filter by label or base can ask for, by name: labels once, whatever their case. */
export async function loadPullValues(
  sql: Sql,
  visible: VisibleRepositories,
  name: keyof typeof selects,
): Promise<readonly string[]> {
  const selectSql = selects[name];
  const rows = await sql.query<{ value: string }>(
    `with newest as (
       select repository_id, number, base_ref
       from v_pull_request
       where repository_id = any($1::bigint[])
       order by created_at desc
       limit $2::integer)
     ${selectSql}
     order by value`,
    [visible.ids, newest],
  );
  return rows.map(({ value }) => value);
}
