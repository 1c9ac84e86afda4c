import type { Sql } from '../../platform/sql/index.ts';

/** A repository whose completeness is to be counted. */
export interface DueCount {
  readonly repositoryId: number;
  /** The last entry of its change feed that the count takes in. */
  readonly seq: number;
  /** Pull requests that are here, about. */
  readonly held: number;
}

const most = 1_000;

/**
 * The repositories that the change feed names since they were counted. Each is counted once more a minute later, for a
 * transaction under way may commit an earlier entry; and at most a twentieth of the time goes into one of them.
 */
export async function loadDueCounts(sql: Sql): Promise<readonly DueCount[]> {
  return sql.query<DueCount & Record<string, unknown>>(
    `select
       repository_sync.repository_id as "repositoryId",
       coalesce(latest.seq, 0) as seq,
       repository_sync.held_count as held
     from repository_sync
     left join completeness_count as counted on counted.repository_id = repository_sync.repository_id
     left join lateral (
       select v_change.seq
       from v_change
       where v_change.repository_id = repository_sync.repository_id
       order by v_change.seq desc
       limit 1) as latest on true
     where repository_sync.data = 'pull-requests'
       and repository_sync.is_chosen
       and (counted.repository_id is null
         or (coalesce(latest.seq, 0) > counted.counted_seq
           and counted.counted_at < app_now() - counted.took_ms * interval '20 milliseconds')
         or (not counted.is_settled and counted.counted_at < app_now() - interval '1 minute'))
     order by counted.counted_at nulls first
     limit $1::integer`,
    [most],
  );
}
