import type { ConnectionRepository } from '@throughline/contract';
import { dropNulls, type Nullable, type Sql } from '../../platform/sql/index.ts';

interface RepositoryRow extends Omit<ConnectionRepository, 'readAt'> {
  readonly readAt: Date | undefined;
}

/**
 * Every repository of a connection's organisation that is known, by name, in the group that says why it is read or not.
 * Measured: 5,000 in 0.2 to 0.3 s beside other work, 0.8 MB before it is compressed.
 */
export async function loadConnectionRepositories(
  sql: Sql,
  connectionId: number,
): Promise<readonly ConnectionRepository[]> {
  const rows = await sql.query<Nullable<RepositoryRow>>(selectRepositories, [connectionId]);
  return rows.map((row) => {
    const { readAt, ...known } = dropNulls<RepositoryRow>(row);
    return { ...known, ...(readAt === undefined ? {} : { readAt: readAt.toISOString() }) };
  });
}

/** Which choice of repositories is in force; undefined when the connection is gone. */
export async function findRevision(sql: Sql, connectionId: number): Promise<number | undefined> {
  const [row] = await sql.query<{ choice_revision: number }>(
    'select choice_revision from v_connection where connection_id = $1::bigint',
    [connectionId],
  );
  return row?.choice_revision;
}

// What GitHub refuses of a repository that is read three times in a row is no access to it.
const selectRepositories = `
  with known as (
    select repository_id, organisation_id, github_id, owner_login, name, visibility, is_archived, is_fork, false as is_gone
    from v_repository
    union all
    select repository_id, organisation_id, github_id, owner_login, name, visibility, is_archived, is_fork, true
    from v_repository_gone)
  select
    known.repository_id as "repositoryId",
    known.github_id as "githubId",
    known.owner_login || '/' || known.name as "fullName",
    known.visibility,
    known.is_archived as "isArchived",
    known.is_fork as "isFork",
    case
      when known.is_gone then 'gone'
      when sync.is_chosen and sync.failure_count >= 3
        and sync.failure_code in ('github-scope-missing', 'github-sso-required', 'github-gone') then 'no-access'
      when sync.is_chosen then 'read'
      when v_connection.repository_choice = 'all' and known.is_archived then 'archived'
      when v_connection.repository_choice = 'all' and known.is_fork then 'forks'
      else 'not-chosen'
    end as "group",
    case
      when known.is_gone or not coalesce(sync.is_chosen, false) then null
      when v_connection.paused_at is not null then 'paused'
      when sync.failure_count >= 3 then 'failed'
      when sync.completed_at is not null then 'complete'
      when sync.started_at is null or sync.wait_until is not null then 'waiting'
      else 'reading'
    end as state,
    coalesce(sync.held_count, 0) as held,
    sync.total,
    sync.read_at as "readAt"
  from v_connection
  join known on known.organisation_id = v_connection.organisation_id
  left join repository_sync as sync
    on sync.repository_id = known.repository_id
    and sync.data = 'pull-requests'
  where v_connection.connection_id = $1::bigint
  order by lower(known.owner_login), lower(known.name)`;
