import type { Jobs } from '../../platform/jobs/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { enqueueReading } from '../reading/read-repository.jobs.ts';
import type { Phase } from '../reading/sync-state.ts';
import { arePullRequestsOn } from '../switching/is-on.sql.ts';

/** Repositories queued at once: what is due beyond that is due fifteen seconds later. */
const most = 200;

export interface DueScope {
  /** Default: all connections. */
  readonly connectionId?: number;
}

/**
 * Queues the reading of repositories that are due: those not read whole yet, those in step of which a sweep found that they
 * changed, or that sweeps did not find for half an hour or could not look for, and those whose job was lost. The newest 30
 * days of every repository come first. After hours in which nobody looked, one sweep tells what changed.
 */
export async function enqueueDueReadings(tx: Sql, jobs: Jobs, { connectionId }: DueScope): Promise<void> {
  const due = await tx.query<{ repository_id: number; phase: Phase }>(
    `update repository_sync
     set expected_at = app_now(),
         changed_at = case
           when due.is_unseen and not due.is_changed then app_now()
           else repository_sync.changed_at
         end
     from (
       select known.*
       from (
         select
           repository_sync.*,
           v_repository.pushed_at,
           coalesce(repository_sync.changed_at > repository_sync.read_at, false) as is_changed,
           coalesce(
             repository_sync.read_at <= connection_sync.swept_at - interval '30 minutes'
             or (repository_sync.read_at <= app_now() - interval '30 minutes'
               and connection_sync.sweep_failing_since <= app_now() - interval '30 minutes'),
             false) as is_unseen
         from repository_sync
         join v_repository on v_repository.repository_id = repository_sync.repository_id
         join v_connection on v_connection.connection_id = repository_sync.connection_id
         join connection_sync on connection_sync.connection_id = repository_sync.connection_id
         where ($1::bigint is null or repository_sync.connection_id = $1::bigint)
           and repository_sync.is_chosen
           and v_connection.state = 'active'
           and v_connection.paused_at is null
           and ${arePullRequestsOn}
           and (repository_sync.expected_at is null
             or repository_sync.expected_at < app_now() - interval '10 minutes')) as known
       where known.phase <> 'incremental'
          or known.cursor is not null
          or known.history_cursor is not null
          or known.read_at is null
          or known.is_changed
          or known.is_unseen
       order by
         case known.phase when 'recent' then 1 when 'incremental' then 2 else 3 end,
         known.pushed_at desc nulls last
       limit $2::integer) as due
     where repository_sync.data = 'pull-requests'
       and repository_sync.repository_id = due.repository_id
     returning repository_sync.repository_id, repository_sync.phase`,
    [connectionId, most],
  );
  for (const { repository_id: repositoryId, phase } of due) {
    await enqueueReading(tx, jobs, { repositoryId, phase });
  }
}

/** Queues what waits for another try, sooner than it would come: GitHub did not answer a connection, and does again. */
export async function enqueueRetriesNow(tx: Sql, jobs: Jobs, connectionId: number): Promise<void> {
  const rows = await tx.query<{ repository_id: number; phase: Phase }>(
    `select repository_id, phase
     from repository_sync
     where connection_id = $1::bigint
       and data = 'pull-requests'
       and is_chosen
       and wait_reason = 'retry'
     order by repository_id
     limit $2::integer`,
    [connectionId, most],
  );
  for (const { repository_id: repositoryId, phase } of rows) {
    await enqueueReading(tx, jobs, { repositoryId, phase, isForced: true });
  }
}
