import type { Sql } from '../platform/sql/index.ts';
import type { VisibleRepositories } from '../visibility/index.ts';
import { type RepositoryGap, toGapSentences } from './gaps.ts';

/** Over what a list or figure is made, and what is missing from it. */
export interface ReadScope {
  readonly visibleRepositories: number;
  readonly gaps: string[];
}

/**
 * The repositories a reader may see and, among them, those whose pull requests are not all here, or that were last read
 * over an hour ago: in step, they are every ten minutes. Nothing about a repository outside `visible` shows in it.
 */
export async function loadScope(sql: Sql, visible: VisibleRepositories): Promise<ReadScope> {
  const gaps = await sql.query<RepositoryGap>(
    `select
       v_repository.owner_login || '/' || v_repository.name as "fullName",
       v_repository_sync.total,
       v_repository_sync.held_count as held,
       v_repository_sync.unreadable_count as unreadable,
       to_char(v_repository_sync.read_at at time zone v_workspace.zone, 'FMDD FMMonth YYYY, HH24:MI') as "readAt",
       case
         when v_repository_sync.completed_at is null and v_connection.paused_at is not null then 'paused'
         when v_repository_sync.completed_at is null then v_repository_sync.reading
         when v_repository_sync.read_at < app_now() - interval '1 hour' then 'behind'
         else 'unreadable'
       end as state
     from v_repository_sync
     cross join v_workspace
     join v_repository on v_repository.repository_id = v_repository_sync.repository_id
     join v_connection on v_connection.connection_id = v_repository_sync.connection_id
     where v_repository_sync.repository_id = any($1::bigint[])
       and v_repository_sync.data = 'pull-requests'
       and (v_repository_sync.completed_at is null
         or v_repository_sync.read_at < app_now() - interval '1 hour'
         or v_repository_sync.unreadable_count > 0)
     order by 1`,
    [visible.ids],
  );
  return { visibleRepositories: visible.ids.length, gaps: [...toGapSentences(gaps)] };
}
