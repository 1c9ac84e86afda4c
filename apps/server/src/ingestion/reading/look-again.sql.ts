import type { Sql } from '../../platform/sql/index.ts';

/** Remembers which pull requests GitHub showed in two contents under one version. */
export async function askAgain(tx: Sql, repositoryId: number, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  await tx.query(
    `insert into look_again (repository_id, number)
     select $1::bigint, given.number
     from unnest($2::integer[]) as given (number)
     on conflict (repository_id, number) do nothing`,
    [repositoryId, numbers],
  );
}

export interface LookUp {
  readonly number: number | undefined;
  readonly nodeId: string;
  /** It was contradicted, and what is read now decides. */
  readonly isDeciding: boolean;
}

/** As many as one question may name. */
const most = 25;

/**
 * What is to be read again of a repository: pull requests that were contradicted at least ten seconds ago, and those
 * that could not be read a day ago.
 */
export async function loadLookUps(sql: Sql, repositoryId: number): Promise<readonly LookUp[]> {
  const rows = await sql.query<{ number: number | null; node_id: string; is_deciding: boolean }>(
    `select v_pull_request.number, v_pull_request.node_id, true as is_deciding
     from look_again
     join v_pull_request
       on v_pull_request.repository_id = look_again.repository_id
       and v_pull_request.number = look_again.number
     where look_again.repository_id = $1::bigint
       and look_again.asked_at < app_now() - interval '10 seconds'
     union all
     select null::integer, quarantined_record.node_id, false
     from quarantined_record
     where quarantined_record.repository_id = $1::bigint
       and quarantined_record.resolved_at is null
       and quarantined_record.node_id is not null
       and quarantined_record.tried_at < app_now() - interval '1 day'
     limit $2::integer`,
    [repositoryId, most],
  );
  return rows.map((row) => ({
    number: row.number ?? undefined,
    nodeId: row.node_id,
    isDeciding: row.is_deciding,
  }));
}

/** Ends the look-ups of pull requests that were read again, and waits with those that still could not be. */
export async function endLookUps(tx: Sql, repositoryId: number, nodeIds: readonly string[]): Promise<void> {
  await tx.query(
    `delete from look_again
     using v_pull_request
     where look_again.repository_id = $1::bigint
       and v_pull_request.repository_id = look_again.repository_id
       and v_pull_request.number = look_again.number
       and v_pull_request.node_id = any($2::text[])`,
    [repositoryId, nodeIds],
  );
  await tx.query(
    `update quarantined_record
     set tried_at = app_now()
     where repository_id = $1::bigint
       and node_id = any($2::text[])`,
    [repositoryId, nodeIds],
  );
}

/** Waits a day with what was too much for GitHub to tell. */
export async function putOffLookUps(
  sql: Sql,
  repositoryId: number,
  lookUps: readonly LookUp[],
): Promise<void> {
  const numbers = lookUps.flatMap(({ number }) => number ?? []);
  const nodeIds = lookUps.filter(({ number }) => number === undefined).map(({ nodeId }) => nodeId);
  await sql.query(
    `update look_again
     set asked_at = app_now() + interval '1 day'
     where repository_id = $1::bigint
       and number = any($2::integer[])`,
    [repositoryId, numbers],
  );
  await sql.query(
    `update quarantined_record
     set tried_at = app_now()
     where repository_id = $1::bigint
       and node_id = any($2::text[])`,
    [repositoryId, nodeIds],
  );
}

/** Repositories that have something to look up and are read: of one that left, or is paused, it waits for its return. */
export async function loadRepositoriesToLookUp(sql: Sql): Promise<readonly number[]> {
  const rows = await sql.query<{ repository_id: number }>(
    `select waiting.repository_id
     from (
       select look_again.repository_id
       from look_again
       where look_again.asked_at < app_now() - interval '10 seconds'
       union
       select quarantined_record.repository_id
       from quarantined_record
       where quarantined_record.resolved_at is null
         and quarantined_record.node_id is not null
         and quarantined_record.tried_at < app_now() - interval '1 day'
       union
       select gap_round.repository_id
       from gap_round
       where gap_round.below is not null) as waiting
     join v_repository on v_repository.repository_id = waiting.repository_id
     join repository_sync
       on repository_sync.repository_id = waiting.repository_id
       and repository_sync.data = 'pull-requests'
       and repository_sync.is_chosen
     join v_connection on v_connection.connection_id = repository_sync.connection_id
     where v_connection.state = 'active'
       and v_connection.paused_at is null
     limit 100`,
  );
  return rows.map((row) => row.repository_id);
}
