import type { Sql } from '../../platform/sql/index.ts';
import type { SyncFailure, SyncWait } from '../reading/sync-state.ts';
import type { RepositoryChoice } from './choose-repositories.ts';

/** Remembers that a connection is to be read, and which repositories were chosen by name. */
export async function insertConnectionSync(
  tx: Sql,
  connectionId: number,
  chosen: readonly number[],
): Promise<void> {
  await tx.query(
    `insert into connection_sync (connection_id)
     values ($1::bigint)
     on conflict (connection_id) do nothing`,
    [connectionId],
  );
  await saveChosenRepositories(tx, connectionId, chosen);
}

/** Remembers which repositories are chosen by name, and only those. */
export async function saveChosenRepositories(
  tx: Sql,
  connectionId: number,
  chosen: readonly number[],
): Promise<void> {
  await tx.query(
    `delete from chosen_repository
     where connection_id = $1::bigint
       and github_id <> all($2::bigint[])`,
    [connectionId, chosen],
  );
  await tx.query(
    `insert into chosen_repository (connection_id, github_id)
     select $1::bigint, given.github_id
     from unnest($2::bigint[]) as given (github_id)
     on conflict (connection_id, github_id) do nothing`,
    [connectionId, chosen],
  );
}

/** GitHub's ids of the repositories that are chosen by name. */
export async function loadChosenIds(sql: Sql, connectionId: number): Promise<readonly number[]> {
  const rows = await sql.query<{ github_id: number }>(
    'select github_id from chosen_repository where connection_id = $1::bigint order by github_id',
    [connectionId],
  );
  return rows.map((row) => row.github_id);
}

interface ChoiceRow {
  readonly repository_choice: 'all' | 'some';
  readonly includes_archived: boolean;
  readonly includes_forks: boolean;
  readonly chosen: readonly number[];
}

/** Which repositories a connection reads. */
export async function findChoice(sql: Sql, connectionId: number): Promise<RepositoryChoice | undefined> {
  const [row] = await sql.query<ChoiceRow>(
    `select
       v_connection.repository_choice,
       v_connection.includes_archived,
       v_connection.includes_forks,
       array(
         select chosen_repository.github_id
         from chosen_repository
         where chosen_repository.connection_id = v_connection.connection_id) as chosen
     from v_connection
     where v_connection.connection_id = $1::bigint`,
    [connectionId],
  );
  if (row === undefined) return undefined;
  return {
    repositoryChoice: row.repository_choice,
    includesArchived: row.includes_archived,
    includesForks: row.includes_forks,
    chosen: new Set(row.chosen),
  };
}

/** GitHub ids of an organisation's repositories as they are known. */
export async function loadKnownRepositories(sql: Sql, organisationId: number): Promise<ReadonlySet<number>> {
  const rows = await sql.query<{ github_id: number }>(
    `select github_id
     from v_repository
     where organisation_id = $1::bigint`,
    [organisationId],
  );
  return new Set(rows.map((row) => row.github_id));
}

/** A repository found, and whether it is read. */
export interface FoundRepository {
  readonly repositoryId: number;
  readonly isChosen: boolean;
  readonly total: number | undefined;
  readonly pageSize: number;
}

/**
 * Begins to read what is chosen and new, and stops reading what is chosen no more. The total of one in step
 * stays: that another one is a change the next sweep sees, which compares them, and has it read once. Returns how many are
 * new.
 */
export async function saveFound(
  tx: Sql,
  connectionId: number,
  found: readonly FoundRepository[],
): Promise<number> {
  const rows = await tx.query<{ is_new: boolean }>(
    `insert into repository_sync as held (repository_id, data, connection_id, is_chosen, page_size, total)
     select given."repositoryId", 'pull-requests', $1::bigint, given."isChosen", given."pageSize", given.total
     from jsonb_to_recordset($2::jsonb) as given (
       "repositoryId" bigint, "isChosen" boolean, total integer, "pageSize" integer)
     where given."isChosen"
        or exists (
          select from repository_sync as known
          where known.repository_id = given."repositoryId")
     order by given."repositoryId"
     on conflict (repository_id, data) do update
     set connection_id = excluded.connection_id,
         is_chosen = excluded.is_chosen,
         total = case
           when held.phase = 'incremental' then coalesce(held.total, excluded.total)
           else coalesce(excluded.total, held.total)
         end
     where (excluded.connection_id, excluded.is_chosen, coalesce(excluded.total, held.total))
       is distinct from (held.connection_id, held.is_chosen, held.total)
     returning started_at is null and is_chosen as is_new`,
    [connectionId, JSON.stringify(found)],
  );
  return rows.filter((row) => row.is_new).length;
}

export interface DiscoveryOutcome {
  readonly isDiscovered: boolean;
  /** How many repositories GitHub counts; undefined: as before. */
  readonly total?: number;
  readonly wait?: SyncWait | undefined;
  readonly failure?: SyncFailure | undefined;
  /** When the next job is to run; undefined: the plan queues it when it is due. */
  readonly expectedAt?: Date | undefined;
}

/** Stores how a look for repositories ended. */
export async function saveDiscovery(tx: Sql, connectionId: number, outcome: DiscoveryOutcome): Promise<void> {
  const { isDiscovered, total, wait, failure, expectedAt } = outcome;
  await tx.query(
    `update connection_sync
     set discovered_at = case when $2::boolean then app_now() else discovered_at end,
         wait_reason = $3::text,
         wait_until = $4::timestamptz,
         failure_code = $5::text,
         failure_text = $6::text,
         failure_count = $7::integer,
         expected_at = $8::timestamptz,
         repository_total = coalesce($9::integer, repository_total)
     where connection_id = $1::bigint`,
    [
      connectionId,
      isDiscovered,
      wait?.reason,
      wait?.untilAt,
      failure?.code,
      failure?.text,
      failure?.count ?? 0,
      expectedAt,
      total,
    ],
  );
}

/** How often in a row a look for repositories has failed. */
export async function loadDiscoveryFailures(sql: Sql, connectionId: number): Promise<number> {
  const [row] = await sql.query<{ failure_count: number }>(
    `select failure_count
     from connection_sync
     where connection_id = $1::bigint`,
    [connectionId],
  );
  return row?.failure_count ?? 0;
}
