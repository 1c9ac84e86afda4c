import type { Sql } from '../../platform/sql/index.ts';
import type { Evidence, ListLengths, PartCount } from './measure-shape.ts';

/** What is known of the pull requests of a connection that are here. */
export async function loadEvidence(sql: Sql, connectionId: number): Promise<Evidence> {
  const counts = await sql.query<PartCount & Record<string, unknown>>(selectCounts, [connectionId]);
  const lengths = await sql.query<ListLengths & Record<string, unknown>>(selectLengths, [
    connectionId,
    mostRepositories,
    mostLookedAt,
  ]);
  const long = lengths.filter(({ timeline, files }) => timeline > 100 || files > 100);
  return { counts, long, lookedAt: lengths.length };
}

const selectCounts = `
  select
    completeness_part.part,
    sum(completeness_part.pull_requests - completeness_part.uncounted)::integer as "pullRequests",
    sum(completeness_part.github_total)::bigint as entries
  from completeness_part
  join repository_sync on repository_sync.repository_id = completeness_part.repository_id
  where repository_sync.connection_id = $1::bigint
    and repository_sync.data = 'pull-requests'
    and repository_sync.is_chosen
  group by completeness_part.part`;

/** Pull requests whose lists are looked at one by one, of so many repositories that have most. */
const mostLookedAt = 2_000;
const mostRepositories = 20;

// Most pull requests are in the largest repositories. Bounded: how long lists are does not follow from counts.
const selectLengths = `
  with largest as (
    select
      repository_id,
      $3::integer / count(*) over () as pull_requests
    from (
      select repository_id
      from repository_sync
      where connection_id = $1::bigint
        and data = 'pull-requests'
        and is_chosen
        and held_count > 0
      order by held_count desc, repository_id
      limit $2::integer) as chosen)
  select
    coalesce(sum(coalesce(part.github_total, part.held)) filter (
      where part.part in ('reviews', 'comments', 'threads', 'commits', 'events')), 0)::integer as timeline,
    coalesce(sum(coalesce(part.github_total, part.held)) filter (where part.part = 'files'), 0)::integer as files
  from largest
  cross join lateral (
    select number
    from v_pull_request
    where v_pull_request.repository_id = largest.repository_id
    order by number desc
    limit largest.pull_requests) as newest
  join v_pull_request_part as part
    on part.repository_id = largest.repository_id
    and part.number = newest.number
  group by largest.repository_id, newest.number
  order by largest.repository_id, newest.number`;
