import type { Home } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import type { VisibleRepositories } from '../../visibility/index.ts';
import { type RowColumns, toNamedRow } from '../row-columns.ts';

interface Columns extends Omit<RowColumns, 'total' | keyof typeof noAuthor> {
  readonly merged_at: Date;
}

// They are all one person's, whom the page is about.
const noAuthor = { actor_login: null, actor_kind: null, actor_slug: null, actor_name: null };

/** The last three pull requests of a person that were merged, newest first. */
export async function loadLastMerged(
  sql: Sql,
  visible: VisibleRepositories,
  personId: number,
): Promise<Home['lastMerged']> {
  const rows = await sql.query<Columns>(
    `select
       v_shipped.repository_id,
       v_repository.owner_login || '/' || v_repository.name as full_name,
       v_host.name as host_name,
       v_host.kind as host_kind,
       v_host.base_url,
       v_shipped.number,
       v_pull_request.title,
       v_shipped.merged_at
     from v_shipped
     join v_pull_request
       on v_pull_request.repository_id = v_shipped.repository_id
       and v_pull_request.number = v_shipped.number
     join v_repository on v_repository.repository_id = v_shipped.repository_id
     join v_host on v_host.host_id = v_repository.host_id
     where v_shipped.repository_id = any($1::bigint[])
       and v_shipped.person_id = $2::bigint
     order by v_shipped.merged_at desc, v_shipped.repository_id, v_shipped.number
     limit 3`,
    [visible.ids, personId],
  );
  return rows.map((row) => {
    const { author: _, ...named } = toNamedRow({ ...row, ...noAuthor });
    return { ...named, mergedAt: row.merged_at.toISOString() };
  });
}
