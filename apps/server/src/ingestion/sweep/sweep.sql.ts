import { dropNulls, type Nullable, type Sql } from '../../platform/sql/index.ts';
import type { InStep, SweepVerdict } from './judge-sweep.ts';

/**
 * Repositories of a connection of which what is new has been read and is not being read right now, while their history may
 * be; not those that wait for a time of their own: one that fails is not asked more often because it changes. Of those among
 * `ids`, where they are given.
 */
export async function loadInStep(
  sql: Sql,
  connectionId: number,
  ids?: readonly number[],
): Promise<readonly InStep[]> {
  const rows = await sql.query<Nullable<InStep>>(
    `select
       repository_sync.repository_id as "repositoryId",
       v_repository.node_id as "nodeId",
       v_repository.owner_login || '/' || v_repository.name as "fullName",
       v_repository.is_archived as "isArchived",
       repository_sync.total,
       repository_sync.watermark_at as "watermarkAt"
     from repository_sync
     join v_repository on v_repository.repository_id = repository_sync.repository_id
     where repository_sync.connection_id = $1::bigint
       and repository_sync.data = 'pull-requests'
       and repository_sync.is_chosen
       and ((repository_sync.phase = 'history'
           and (repository_sync.wait_reason is distinct from 'retry' or repository_sync.wait_until <= app_now()))
         or (repository_sync.phase = 'incremental'
           and repository_sync.cursor is null
           and repository_sync.history_cursor is null
           and (repository_sync.wait_until is null or repository_sync.wait_until <= app_now())))
       and ($2::bigint[] is null or repository_sync.repository_id = any($2::bigint[]))
     order by repository_sync.repository_id`,
    [connectionId, ids],
  );
  return rows.map((row) => dropNulls<InStep>(row));
}

/** How many repositories GitHub counted when they were listed last; undefined: they were not, since it is remembered. */
export async function findListedTotal(sql: Sql, connectionId: number): Promise<number | undefined> {
  const [row] = await sql.query<{ total: number | null }>(
    `select repository_total as total
     from connection_sync
     where connection_id = $1::bigint`,
    [connectionId],
  );
  return row?.total ?? undefined;
}

/**
 * Remembers what a look showed: what had not changed when GitHub was asked is in step as of then, so that what changes
 * while it answers is due, and a failure of the last look for it is over, but not one of history; what has changed is due.
 */
export async function saveSwept(tx: Sql, { changed, unchanged }: SweepVerdict, askedAt: Date): Promise<void> {
  await tx.query(
    `update repository_sync
     set read_at = $2::timestamptz,
         wait_reason = case when phase = 'history' then wait_reason end,
         wait_until = case when phase = 'history' then wait_until end,
         failure_code = case when phase = 'history' then failure_code end,
         failure_text = case when phase = 'history' then failure_text end,
         failure_count = case when phase = 'history' then failure_count else 0 end
     where repository_id = any($1::bigint[])
       and data = 'pull-requests'
       and (phase = 'history' or (phase = 'incremental' and cursor is null and history_cursor is null))
       and (read_at is null or read_at < $2::timestamptz)`,
    [unchanged, askedAt],
  );
  await tx.query(
    `update repository_sync
     set changed_at = app_now()
     where repository_id = any($1::bigint[])
       and data = 'pull-requests'`,
    [changed],
  );
}

/**
 * Connections of which `claimable` were last looked at nine minutes ago or never, and no job for it is in the queue. A
 * list of repositories asked in between puts no look off, however often it is asked.
 */
export async function claimDueSweeps(tx: Sql, claimable: readonly number[]): Promise<readonly number[]> {
  const rows = await tx.query<{ connection_id: number }>(
    `update connection_sync
     set sweep_expected_at = app_now()
     where connection_id = any($1::bigint[])
       and (sweep_expected_at is null or sweep_expected_at < app_now() - interval '10 minutes')
       and discovered_at is not null
       and (swept_at is null or swept_at <= app_now() - interval '9 minutes')
     returning connection_id`,
    [claimable],
  );
  return rows.map((row) => row.connection_id);
}

/** How a look ended. */
export interface SweepOutcome {
  readonly isSwept: boolean;
  /** When the next job is to run; undefined: when the plan finds it due. */
  readonly againAt?: Date | undefined;
  /** Times in a row that GitHub could not be asked; undefined: it was, or nobody wanted to. */
  readonly failures?: number;
}

export async function saveSweep(
  tx: Sql,
  connectionId: number,
  { isSwept, againAt, failures = 0 }: SweepOutcome,
): Promise<void> {
  await tx.query(
    `update connection_sync
     set swept_at = case when $2::boolean then app_now() else swept_at end,
         sweep_expected_at = $3::timestamptz,
         sweep_failing_since = case when $4::boolean then coalesce(sweep_failing_since, app_now()) end
     where connection_id = $1::bigint`,
    [connectionId, isSwept, againAt, failures > 0],
  );
}
