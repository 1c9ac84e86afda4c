import type { Sql } from '../../platform/sql/index.ts';
import type { RepositoryAsked } from './repository-detail.sql.ts';

/** `acme/api`; undefined when the connection reads no such repository. */
export async function findFullName(
  sql: Sql,
  { connectionId, repositoryId }: RepositoryAsked,
): Promise<string | undefined> {
  const [row] = await sql.query<{ fullName: string }>(
    `select v_repository.owner_login || '/' || v_repository.name as "fullName"
     from repository_sync
     join v_repository on v_repository.repository_id = repository_sync.repository_id
     where repository_sync.connection_id = $1::bigint
       and repository_sync.repository_id = $2::bigint
       and repository_sync.is_chosen`,
    [connectionId, repositoryId],
  );
  return row?.fullName;
}

/** The repositories that a connection reads, the recently pushed ones first. */
export async function loadReadRepositories(sql: Sql, connectionId: number): Promise<readonly number[]> {
  const rows = await sql.query<{ repositoryId: number }>(
    `select repository_sync.repository_id as "repositoryId"
     from repository_sync
     join v_repository on v_repository.repository_id = repository_sync.repository_id
     where repository_sync.connection_id = $1::bigint
       and repository_sync.is_chosen
     order by v_repository.pushed_at desc nulls last, repository_sync.repository_id`,
    [connectionId],
  );
  return rows.map(({ repositoryId }) => repositoryId);
}
