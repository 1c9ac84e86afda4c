import { dropNulls, type Nullable, type Sql } from '../../platform/sql/index.ts';
import type { ConnectionRow } from './connection-row.ts';

/** One row a connection that is being read or was. */
export async function loadConnectionRows(sql: Sql): Promise<readonly ConnectionRow[]> {
  const rows = await sql.query<Nullable<ConnectionRow>>(selectRows);
  return rows.map((row) => dropNulls<ConnectionRow>(row));
}

const isInHistory = `
  repository_sync.phase = 'history'
  and repository_sync.wait_until is null
  and repository_sync.failure_count < 3`;

// A failure is told as one once it has happened three times in a row; before that it is a wait.
const selectRows = `
  with repositories as (
    select
      repository_sync.connection_id,
      count(*)::integer as repositories,
      count(repository_sync.completed_at)::integer as complete,
      count(*) filter (where repository_sync.failure_count >= 3)::integer as failed,
      count(*) filter (
        where repository_sync.completed_at is null
          and repository_sync.wait_until > app_now())::integer as waiting,
      count(repository_sync.recent_completed_at) = count(*) as is_recent_complete,
      count(repository_sync.total) = count(*) as is_counted,
      coalesce(sum(repository_sync.total), 0)::integer as total,
      coalesce(sum(least(repository_sync.held_count, repository_sync.total)), 0)::integer as held,
      max(repository_sync.read_at) as last_success_at,
      min(repository_sync.reached_at) filter (where ${isInHistory}) as oldest_reached_at,
      max(repository_sync.reached_at) filter (where ${isInHistory}) as newest_reached_at,
      (array_agg(repository_sync.wait_reason order by repository_sync.wait_until)
        filter (where repository_sync.wait_until > app_now()))[1] as wait_reason,
      min(repository_sync.wait_until) filter (where repository_sync.wait_until > app_now()) as wait_until
    from repository_sync
    join v_repository on v_repository.repository_id = repository_sync.repository_id
    where repository_sync.is_chosen
    group by repository_sync.connection_id),
  day as (
    select
      connection_id,
      sum(added)::integer as added,
      sum(changed)::integer as changed
    from sync_progress
    where minute_at > app_now() - interval '24 hours'
    group by connection_id),
  set_aside as (
    select repository_sync.connection_id, count(*)::integer as records
    from quarantined_record
    join repository_sync
      on repository_sync.repository_id = quarantined_record.repository_id
      and repository_sync.data = quarantined_record.data
      and repository_sync.is_chosen
    join v_repository on v_repository.repository_id = repository_sync.repository_id
    where quarantined_record.resolved_at is null
    group by repository_sync.connection_id),
  progress as (
    select
      connection_id,
      coalesce(sum(pull_requests) filter (
        where minute_at > app_now() - interval '5 minutes'), 0)::integer as lately,
      least(5, greatest(1, extract(epoch from app_now() - min(minute_at)) / 60))::float8 as lately_minutes,
      sum(pull_requests)::integer as this_hour,
      count(*)::integer as busy_minutes
    from sync_progress
    where minute_at > app_now() - interval '1 hour'
    group by connection_id)
  select
    connection_sync.connection_id as "connectionId",
    connection_sync.discovered_at as "discoveredAt",
    connection_sync.failure_text as "discoveryFailure",
    connection_sync.wait_reason as "discoveryWaitReason",
    connection_sync.wait_until as "discoveryWaitUntil",
    coalesce(repositories.repositories, 0) as repositories,
    coalesce(repositories.complete, 0) as "repositoriesComplete",
    coalesce(repositories.failed, 0) as "repositoriesFailed",
    coalesce(repositories.waiting, 0) as "repositoriesWaiting",
    coalesce(repositories.is_recent_complete, false) as "isRecentComplete",
    case when coalesce(repositories.is_counted, true) then coalesce(repositories.total, 0) end as total,
    coalesce(repositories.held, 0) as held,
    repositories.last_success_at as "lastSuccessAt",
    repositories.oldest_reached_at as "oldestReachedAt",
    repositories.newest_reached_at as "newestReachedAt",
    repositories.wait_reason as "waitReason",
    repositories.wait_until as "waitUntil",
    coalesce(progress.lately, 0) as lately,
    coalesce(progress.lately_minutes, 1) as "latelyMinutes",
    coalesce(progress.this_hour, 0) as "thisHour",
    coalesce(progress.busy_minutes, 0) as "busyMinutes",
    coalesce(day.added, 0) as added,
    coalesce(day.changed, 0) as changed,
    coalesce(set_aside.records, 0) as "setAside"
  from connection_sync
  left join repositories on repositories.connection_id = connection_sync.connection_id
  left join progress on progress.connection_id = connection_sync.connection_id
  left join day on day.connection_id = connection_sync.connection_id
  left join set_aside on set_aside.connection_id = connection_sync.connection_id`;
