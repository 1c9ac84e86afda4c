/**
 * The state of each repository's reading in one word, by connection ($1), and what it is ordered by. A failure is one
 * once it has happened three times in a row; before that it is a wait.
 */
export const repositoryStandings = `
  select
    repository_sync.*,
    v_repository.owner_login || '/' || v_repository.name as full_name,
    case
      when v_connection.paused_at is not null then 'paused'
      when repository_sync.failure_count >= 3 then 'failed'
      when repository_sync.completed_at is not null then 'complete'
      when repository_sync.started_at is null or repository_sync.wait_until is not null then 'waiting'
      else 'reading'
    end as state
  from repository_sync
  join v_repository on v_repository.repository_id = repository_sync.repository_id
  join v_connection on v_connection.connection_id = repository_sync.connection_id
  where repository_sync.connection_id = $1::bigint
    and repository_sync.data = 'pull-requests'
    and repository_sync.is_chosen`;
