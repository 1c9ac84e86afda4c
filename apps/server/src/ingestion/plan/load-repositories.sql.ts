import { dropNulls, type Nullable, type Sql } from '../../platform/sql/index.ts';

/** How far a repository has been read, as far as the rest of it is planned. */
export interface PlannedRepository {
  /** Pull requests that GitHub counts; undefined while they have not been counted. */
  readonly total: number | undefined;
  readonly isComplete: boolean;
  /** Pull requests here, and of these those that the reading under way has come to. */
  readonly held: number;
  readonly passed: number;
  /** Pull requests that were read and lack something or could not be read: of each kind of data's those that are most. */
  readonly gapped: number;
  /** Pull requests whose files were asked for. */
  readonly filesAsked: number;
  readonly pageSize: number;
  readonly filesSize: number;
}

/**
 * The repositories that a connection reads. Counts pull requests only where reading is under way. Measured: 5,000
 * repositories, one of them with 150,000 pull requests here, in 0.1 s.
 */
export async function loadPlannedRepositories(
  sql: Sql,
  connectionId: number,
): Promise<readonly PlannedRepository[]> {
  const rows = await sql.query<Nullable<PlannedRepository>>(selectRepositories, [connectionId]);
  return rows.map((row) => dropNulls<PlannedRepository>(row));
}

const selectRepositories = `
  with chosen as (
    select *
    from repository_sync
    where connection_id = $1::bigint
      and data = 'pull-requests'
      and is_chosen),
  underway as (
    select
      v_pull_request.repository_id,
      count(*)::integer as held,
      (count(*) filter (where v_pull_request.updated_at >= chosen.reached_at))::integer as passed
    from chosen
    join v_pull_request on v_pull_request.repository_id = chosen.repository_id
    where chosen.completed_at is null
      and chosen.held_count > 0
    group by v_pull_request.repository_id),
  asked as (
    select completeness_part.repository_id, sum(completeness_part.pull_requests)::integer as pull_requests
    from completeness_part
    join chosen on chosen.repository_id = completeness_part.repository_id
    where completeness_part.part = 'files'
      and completeness_part.cause <> 'not-read'
    group by completeness_part.repository_id),
  lacking as (
    select
      completeness_kind.repository_id,
      max(completeness_kind.pull_requests - completeness_kind.whole)::integer as pull_requests
    from completeness_kind
    join chosen on chosen.repository_id = completeness_kind.repository_id
    where chosen.completed_at is not null
    group by completeness_kind.repository_id),
  aside as (
    select quarantined_record.repository_id, count(*)::integer as pull_requests
    from quarantined_record
    join chosen on chosen.repository_id = quarantined_record.repository_id
    where quarantined_record.resolved_at is null
    group by quarantined_record.repository_id)
  select
    chosen.total,
    chosen.completed_at is not null as "isComplete",
    chosen.page_size as "pageSize",
    chosen.files_size as "filesSize",
    coalesce(underway.held, chosen.held_count) as held,
    coalesce(underway.passed, chosen.held_count) as passed,
    coalesce(asked.pull_requests, 0) as "filesAsked",
    coalesce(lacking.pull_requests, 0) + coalesce(aside.pull_requests, 0) as gapped
  from chosen
  join v_repository on v_repository.repository_id = chosen.repository_id
  left join underway on underway.repository_id = chosen.repository_id
  left join asked on asked.repository_id = chosen.repository_id
  left join lacking on lacking.repository_id = chosen.repository_id
  left join aside on aside.repository_id = chosen.repository_id`;
