import { dropNulls, type Nullable, type Sql } from '../../platform/sql/index.ts';

/** How far a repository has been read, as far as the rest of it is planned. */
export interface PlannedRepository {
  /** Pull requests that GitHub counts; undefined while they have not been counted. */
  readonly total: number | undefined;
  readonly isComplete: boolean;
  /** Pull requests here, and of these those that the reading under way has come to. */
  readonly held: number;
  readonly passed: number;
  /** Pull requests whose files were asked for. */
  readonly filesAsked: number;
  readonly pageSize: number;
  readonly filesSize: number;
}

/** The repositories that a connection reads. Counts pull requests only where reading is under way. */
export async function loadPlannedRepositories(
  sql: Sql,
  connectionId: number,
): Promise<readonly PlannedRepository[]> {
  const rows = await sql.query<Nullable<PlannedRepository>>(
    `select
       repository_sync.total,
       repository_sync.completed_at is not null as "isComplete",
       repository_sync.page_size as "pageSize",
       repository_sync.files_size as "filesSize",
       coalesce(underway.held, repository_sync.held_count) as held,
       coalesce(underway.passed, repository_sync.held_count) as passed,
       coalesce(asked.pull_requests, 0) as "filesAsked"
     from repository_sync
     join v_repository on v_repository.repository_id = repository_sync.repository_id
     left join lateral (
       select
         count(*)::integer as held,
         (count(*) filter (where v_pull_request.updated_at >= repository_sync.reached_at))::integer as passed
       from v_pull_request
       where v_pull_request.repository_id = repository_sync.repository_id) as underway
       on repository_sync.completed_at is null
     left join lateral (
       select sum(completeness_part.pull_requests)::integer as pull_requests
       from completeness_part
       where completeness_part.repository_id = repository_sync.repository_id
         and completeness_part.part = 'files'
         and completeness_part.cause <> 'not-read') as asked on true
     where repository_sync.connection_id = $1::bigint
       and repository_sync.data = 'pull-requests'
       and repository_sync.is_chosen`,
    [connectionId],
  );
  return rows.map((row) => dropNulls<PlannedRepository>(row));
}
