import type { DataKind } from '@throughline/contract';
import { partsOfKind } from '../ingestion/index.ts';
import { dropNulls, type Nullable, type Sql } from '../platform/sql/index.ts';
import type { VisibleRepositories } from '../visibility/index.ts';
import { type RepositoryGap, toGapSentences } from './gaps.ts';
import { type ListGap, toListGapSentence } from './list-gaps.ts';

/** Over what a list or figure is made, and what is missing from it. */
export interface ReadScope {
  readonly visibleRepositories: number;
  readonly gaps: string[];
  /** How much of what it rests on is here, rounded down; absent when all of it is, or while that is not known. */
  readonly percent?: number;
}

/** Kinds of data beside the pull requests themselves. */
export type ListKind = Exclude<DataKind, 'pull-requests'>;

/**
 * The repositories a reader may see and, among them, those whose pull requests are not all here, whose lists of `kinds` are
 * not, or that were last read over an hour ago: in step, they are every ten minutes. Nothing about a repository outside
 * `visible` shows in it.
 */
export async function loadScope(
  sql: Sql,
  visible: VisibleRepositories,
  kinds: readonly ListKind[] = [],
): Promise<ReadScope> {
  const [gaps, listGaps, percent] = await Promise.all([
    sql.query<RepositoryGap>(selectGaps, [visible.ids]),
    loadListGaps(sql, visible, kinds),
    findPercent(sql, visible, kinds),
  ]);
  const isPartial = percent !== undefined && percent < 100;
  const named = [...toGapSentences(gaps), ...listGaps.map(toListGapSentence)];
  return {
    visibleRepositories: visible.ids.length,
    gaps: named.length === 0 && isPartial ? ['Some of what this rests on is not here yet.'] : named,
    ...(isPartial && { percent }),
  };
}

const selectGaps = `
  select
    v_repository.owner_login || '/' || v_repository.name as "fullName",
    v_repository_sync.total,
    v_repository_sync.held_count as held,
    v_repository_sync.unreadable_count as unreadable,
    to_char(v_repository_sync.read_at at time zone v_workspace.zone, 'FMDD FMMonth YYYY, HH24:MI') as "readAt",
    case
      when v_repository_sync.completed_at is null and v_connection.paused_at is not null then 'paused'
      when v_repository_sync.completed_at is null then v_repository_sync.reading
      when v_repository_sync.read_at < app_now() - interval '1 hour' then 'behind'
      else 'unreadable'
    end as state
  from v_repository_sync
  cross join v_workspace
  join v_repository on v_repository.repository_id = v_repository_sync.repository_id
  join v_connection on v_connection.connection_id = v_repository_sync.connection_id
  where v_repository_sync.repository_id = any($1::bigint[])
    and v_repository_sync.data = 'pull-requests'
    and (v_repository_sync.completed_at is null
      or v_repository_sync.read_at < app_now() - interval '1 hour'
      or v_repository_sync.unreadable_count > 0)
  order by 1`;

/** Repositories whose lists are named; the larger gaps are. */
const namedAtMost = 3;

async function loadListGaps(
  sql: Sql,
  visible: VisibleRepositories,
  kinds: readonly ListKind[],
): Promise<readonly ListGap[]> {
  if (kinds.length === 0) return [];
  const parts = kinds.flatMap((kind) => partsOfKind(kind).map((part) => ({ kind, part })));
  return sql.query<ListGap & Record<string, unknown>>(selectListGaps, [
    visible.ids,
    parts.map(({ kind }) => kind),
    parts.map(({ part }) => part),
    namedAtMost,
  ]);
}

const selectListGaps = `
  select
    v_repository.owner_login || '/' || v_repository.name as "fullName",
    counted.kind,
    counted.pull_requests - counted.whole as "pullRequests",
    cause.text as reason
  from v_completeness_kind as counted
  join v_repository on v_repository.repository_id = counted.repository_id
  join v_repository_sync
    on v_repository_sync.repository_id = counted.repository_id
    and v_repository_sync.completed_at is not null
  join lateral (
    select v_list_reason.text
    from v_completeness
    join unnest($2::text[], $3::text[]) as kinds (kind, part)
      on kinds.part = v_completeness.part
      and kinds.kind = counted.kind
    join v_list_reason on v_list_reason.reason = v_completeness.reason
    where v_completeness.repository_id = counted.repository_id
    order by v_completeness.pull_requests desc
    limit 1) as cause on true
  where counted.repository_id = any($1::bigint[])
    and counted.kind = any($2::text[])
    and counted.whole < counted.pull_requests
  order by counted.pull_requests - counted.whole desc, 1, 2
  limit $4::integer`;

async function findPercent(
  sql: Sql,
  visible: VisibleRepositories,
  kinds: readonly ListKind[],
): Promise<number | undefined> {
  const [row] = await sql.query<Nullable<{ percent: number | undefined }>>(selectPercent, [
    visible.ids,
    kinds,
  ]);
  return row === undefined ? undefined : dropNulls<{ percent: number | undefined }>(row).percent;
}

// Each repository weighs by GitHub's count of its pull requests; of several kinds the one that lacks most decides. Null
// while one has not been counted. The margin is that of binary fractions.
const selectPercent = `
  with least_whole as (
    select
      v_completeness_kind.repository_id,
      count(*) as kinds,
      min(v_completeness_kind.whole::float8 / nullif(v_completeness_kind.pull_requests, 0)) as share
    from v_completeness_kind
    where v_completeness_kind.repository_id = any($1::bigint[])
      and v_completeness_kind.kind = any($2::text[])
    group by v_completeness_kind.repository_id)
  select
    case
      when count(v_repository_sync.total) < count(*) then null
      when sum(v_repository_sync.total) = 0 then 100
      else
        floor(100 * sum(
          v_repository_sync.held_count
          * case
              when cardinality($2::text[]) = 0 then 1
              when least_whole.kinds = cardinality($2::text[]) then least_whole.share
              else 0
            end) / sum(v_repository_sync.total) + 1e-9)
    end::integer as percent
  from v_repository_sync
  left join least_whole on least_whole.repository_id = v_repository_sync.repository_id
  where v_repository_sync.repository_id = any($1::bigint[])
    and v_repository_sync.data = 'pull-requests'`;
