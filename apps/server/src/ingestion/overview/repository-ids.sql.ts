import type { RepositoryGroup, RepositoryOrder } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import { repositoryStandings } from './sync-standing.sql.ts';

export interface RepositoryFilter {
  readonly q?: string | undefined;
  readonly group?: RepositoryGroup | undefined;
  readonly order?: RepositoryOrder | undefined;
}

export interface RepositoryIds {
  /** Those of the group, in order. */
  readonly repositoryIds: readonly number[];
  /** How many bear the name, by group. */
  readonly groups: Readonly<Record<RepositoryGroup, number>>;
}

interface Row {
  readonly repositoryId: number;
  readonly group: Exclude<RepositoryGroup, 'all'>;
}

/** The repositories of a connection whose names match. */
export async function loadRepositoryIds(
  sql: Sql,
  connectionId: number,
  { q = '', group = 'all', order = 'needs-you' }: RepositoryFilter,
): Promise<RepositoryIds> {
  const rows = await sql.query<Row & Record<string, unknown>>(selectIds, [connectionId, q.trim(), order]);
  const count = (wanted: Row['group']): number => rows.filter((row) => row.group === wanted).length;
  return {
    repositoryIds: rows
      .filter((row) => group === 'all' || row.group === group)
      .map(({ repositoryId }) => repositoryId),
    groups: {
      all: rows.length,
      'needs-you': count('needs-you'),
      reading: count('reading'),
      complete: count('complete'),
    },
  };
}

const selectIds = `
  select
    standing.repository_id as "repositoryId",
    case standing.state
      when 'failed' then 'needs-you'
      when 'complete' then 'complete'
      else 'reading'
    end as "group"
  from (${repositoryStandings}) as standing
  left join (
    select
      completeness_kind.repository_id,
      min(completeness_kind.whole::float8 / nullif(completeness_kind.pull_requests, 0)) as share
    from completeness_kind
    where $3::text = 'least-complete'
    group by completeness_kind.repository_id) as kinds on kinds.repository_id = standing.repository_id
  where strpos(lower(standing.full_name), lower($2::text)) > 0
  order by
    case when $3::text = 'needs-you'
      then array_position(array['failed', 'reading', 'waiting', 'paused', 'complete'], standing.state) end,
    case when $3::text = 'least-complete'
      then case when standing.total = 0 then 1
        else least(standing.held_count, standing.total)::float8 / standing.total * coalesce(kinds.share, 1) end
      end nulls first,
    case when $3::text = 'most-pull-requests' then standing.total end desc nulls last,
    case when $3::text = 'last-read' then standing.read_at end nulls first,
    lower(standing.full_name)`;
