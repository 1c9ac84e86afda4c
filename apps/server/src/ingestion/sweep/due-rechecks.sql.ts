import type { Sql } from '../../platform/sql/index.ts';

/** A pull request that is to be read again although GitHub tells of no update. */
export interface DueRecheck {
  readonly repositoryId: number;
  readonly hostId: number;
  readonly number: number;
  readonly nodeId: string;
}

/** One of `slots` equal shares of a connection's pull requests. */
export interface RecheckShare {
  readonly slot: number;
  readonly slots: number;
}

/** A repository whose pages failed so often in a row is left to them: GitHub would answer nothing of it here either. */
export const lastingFailures = 3;

/**
 * The share of those that are open or were updated in the last 14 days, in repositories in step. Nothing older. Which share
 * one is in follows from GitHub's numbers: whoever reads the same organisation looks at the same of it in the same hour.
 */
export async function loadDueRechecks(
  sql: Sql,
  connectionId: number,
  { slot, slots }: RecheckShare,
): Promise<readonly DueRecheck[]> {
  return sql.query<DueRecheck & Record<string, unknown>>(
    `select
       v_pull_request.repository_id as "repositoryId",
       v_repository.host_id as "hostId",
       v_pull_request.number,
       v_pull_request.node_id as "nodeId"
     from repository_sync
     join v_repository on v_repository.repository_id = repository_sync.repository_id
     join v_pull_request on v_pull_request.repository_id = repository_sync.repository_id
     where repository_sync.connection_id = $1::bigint
       and repository_sync.data = 'pull-requests'
       and repository_sync.is_chosen
       and repository_sync.phase = 'incremental'
       and repository_sync.failure_count < $4::integer
       and not v_repository.is_archived
       and (v_pull_request.state = 'open' or v_pull_request.updated_at > app_now() - interval '14 days')
       and (v_repository.github_id + v_pull_request.number) % $3::integer = $2::integer
     order by v_pull_request.repository_id, v_pull_request.number`,
    [connectionId, slot, slots, lastingFailures],
  );
}
