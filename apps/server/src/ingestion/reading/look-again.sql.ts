import type { Nullable, Sql } from '../../platform/sql/index.ts';
import { arePullRequestsOn } from '../switching/is-on.sql.ts';

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
  /** Under which it waits: its number, or where in GitHub's list it stood. */
  readonly key: string;
  readonly number: number | undefined;
  /** Undefined: it is asked for by its number. */
  readonly nodeId: string | undefined;
  /** It was contradicted, and what is read now decides. */
  readonly isDeciding: boolean;
}

/** As many as one question may name. */
const most = 25;

/**
 * What is to be read again of a repository, each once: pull requests that were contradicted at least ten seconds ago, and
 * those that could not be read a day ago. One that is here no more may be back at GitHub, which is asked like for the others.
 */
export async function loadLookUps(sql: Sql, repositoryId: number): Promise<readonly LookUp[]> {
  const rows = await sql.query<Nullable<LookUp> & { readonly key: string; readonly isDeciding: boolean }>(
    `select
       waiting.key,
       waiting.number,
       coalesce(max(waiting.node_id), max(v_pull_request.node_id)) as "nodeId",
       bool_or(waiting.is_deciding) as "isDeciding"
     from (
       select look_again.number::text as key, look_again.number, null::text as node_id, true as is_deciding
       from look_again
       where look_again.repository_id = $1::bigint
         and look_again.asked_at < app_now() - interval '10 seconds'
       union all
       select
         quarantined_record.key,
         case when quarantined_record.key ~ '^[0-9]{1,9}$' then quarantined_record.key::integer end,
         quarantined_record.node_id,
         false
       from quarantined_record
       where quarantined_record.repository_id = $1::bigint
         and quarantined_record.resolved_at is null
         and quarantined_record.tried_at < app_now() - interval '1 day') as waiting
     left join v_pull_request
       on v_pull_request.repository_id = $1::bigint
       and v_pull_request.number = waiting.number
     where waiting.number is not null or waiting.node_id is not null
     group by waiting.key, waiting.number
     order by bool_or(waiting.is_deciding) desc, waiting.key
     limit $2::integer`,
    [repositoryId, most],
  );
  const lookUps = rows.map(({ key, isDeciding, number, nodeId }) => ({
    key,
    number: number ?? undefined,
    nodeId: nodeId ?? undefined,
    isDeciding,
  }));
  const isFirst = ({ nodeId }: LookUp, at: number): boolean =>
    nodeId === undefined || lookUps.findIndex((other) => other.nodeId === nodeId) === at;
  return lookUps.filter(isFirst);
}

/** Ends the look-ups of pull requests that were read again or are gone, and waits with what could still not be read. */
export async function endLookUps(tx: Sql, repositoryId: number, lookUps: readonly LookUp[]): Promise<void> {
  await tx.query(
    `delete from look_again
     where repository_id = $1::bigint
       and number = any($2::integer[])`,
    [repositoryId, lookUps.flatMap(({ number }) => number ?? [])],
  );
  await noteTried(tx, repositoryId, lookUps);
}

/** Waits with what failed alone: a minute, four times as long after each further failure, a day at most. */
export async function putOffLookUps(
  tx: Sql,
  repositoryId: number,
  lookUps: readonly LookUp[],
): Promise<void> {
  await tx.query(
    `update look_again
     set asked_at = app_now() + least(interval '1 day', interval '1 minute' * power(4, least(failure_count, 6))),
         failure_count = failure_count + 1
     where repository_id = $1::bigint
       and number = any($2::integer[])`,
    [repositoryId, lookUps.flatMap(({ number }) => number ?? [])],
  );
  await noteTried(tx, repositoryId, lookUps);
}

const noteTried = (tx: Sql, repositoryId: number, lookUps: readonly LookUp[]) =>
  tx.query(
    `update quarantined_record
     set tried_at = app_now()
     where repository_id = $1::bigint
       and key = any($2::text[])`,
    [repositoryId, lookUps.map(({ key }) => key)],
  );

/**
 * Repositories that have something to look up and are read: of one that left, or is paused, it waits for its return. Others at
 * each time where there are many, so that those of which GitHub answers nothing do not keep the rest waiting.
 */
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
       and ${arePullRequestsOn}
     order by md5(waiting.repository_id || ' ' || app_now())
     limit 100`,
  );
  return rows.map((row) => row.repository_id);
}
