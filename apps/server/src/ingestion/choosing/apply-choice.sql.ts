import { firstPageSize } from '@throughline/github';
import type { Sql } from '../../platform/sql/index.ts';
import { isChosen } from '../discovery/choose-repositories.ts';
import { findChoice } from '../discovery/discovery.sql.ts';

interface Applied {
  /** Repositories that are read now and were not. */
  readonly begun: number;
  readonly ended: number;
}

interface Known {
  readonly repositoryId: number;
  readonly githubId: number;
  readonly isArchived: boolean;
  readonly isFork: boolean;
  /** Null: it was never read. */
  readonly wasChosen: boolean | null;
}

/**
 * Reads from now on what a connection's choice says, of the repositories that are known: what is left out stops at once and
 * keeps what was read; what comes in goes on where it was left, or begins.
 */
export async function applyChoice(tx: Sql, connectionId: number): Promise<Applied> {
  const choice = await findChoice(tx, connectionId);
  if (choice === undefined) return { begun: 0, ended: 0 };
  const known = await loadKnown(tx, connectionId);
  const begun = known.filter((one) => isChosen(choice, one) && one.wasChosen !== true);
  const ended = known.filter((one) => !isChosen(choice, one) && one.wasChosen === true);
  await tx.query(
    `insert into repository_sync (repository_id, data, connection_id, is_chosen, page_size)
     select given.repository_id, 'pull-requests', $1::bigint, true, $3::integer
     from unnest($2::bigint[]) as given (repository_id)
     order by given.repository_id
     on conflict (repository_id, data) do update
     set is_chosen = true,
         connection_id = excluded.connection_id,
         expected_at = null`,
    [connectionId, begun.map(({ repositoryId }) => repositoryId), firstPageSize],
  );
  await tx.query(
    `update repository_sync
     set is_chosen = false
     where connection_id = $1::bigint
       and repository_id = any($2::bigint[])`,
    [connectionId, ended.map(({ repositoryId }) => repositoryId)],
  );
  return { begun: begun.length, ended: ended.length };
}

const loadKnown = (sql: Sql, connectionId: number): Promise<readonly Known[]> =>
  sql.query<Known & Record<string, unknown>>(
    `select
       v_repository.repository_id as "repositoryId",
       v_repository.github_id as "githubId",
       v_repository.is_archived as "isArchived",
       v_repository.is_fork as "isFork",
       repository_sync.is_chosen as "wasChosen"
     from v_connection
     join v_repository on v_repository.organisation_id = v_connection.organisation_id
     left join repository_sync
       on repository_sync.repository_id = v_repository.repository_id
       and repository_sync.data = 'pull-requests'
     where v_connection.connection_id = $1::bigint
     order by v_repository.repository_id`,
    [connectionId],
  );
