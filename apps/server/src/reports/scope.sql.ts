import type { DataKind } from '@throughline/contract';
import { partsOfKind } from '../ingestion/index.ts';
import { dropNulls, type Nullable, type Sql } from '../platform/sql/index.ts';
import type { VisibleRepositories } from '../visibility/index.ts';
import { type RepositoryGap, toGapSentences, toSwitchedOffSentences } from './gaps.ts';
import { type ListGaps, toListGapSentences } from './list-gaps.ts';

/** Over what a list or figure is made, and what is missing from it. */
export interface ReadScope {
  readonly visibleRepositories: number;
  readonly gaps: string[];
  /** How much of what it rests on is here, rounded down; absent when all of it is, or while that is not known. */
  readonly percent?: number;
  /** True while something is missing that is being read, or is yet to be counted. */
  readonly isMoving: boolean;
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
  const [repositories, missing] = await Promise.all([
    sql.query<RepositoryGap>(selectGaps, [visible.ids]),
    loadMissing(sql, visible, kinds),
  ]);
  return toScope(visible, repositories, missing);
}

/** The same of the pull requests alone and of them with their lists, for a page with figures of both. */
export async function loadScopes(
  sql: Sql,
  visible: VisibleRepositories,
  kinds: readonly ListKind[],
): Promise<{ readonly alone: ReadScope; readonly withLists: ReadScope }> {
  const [repositories, alone, withLists] = await Promise.all([
    sql.query<RepositoryGap>(selectGaps, [visible.ids]),
    loadMissing(sql, visible, []),
    loadMissing(sql, visible, kinds),
  ]);
  return {
    alone: toScope(visible, repositories, alone),
    withLists: toScope(visible, repositories, withLists),
  };
}

interface Missing {
  readonly lists: ListGaps;
  readonly share: Share;
}

async function loadMissing(
  sql: Sql,
  visible: VisibleRepositories,
  kinds: readonly ListKind[],
): Promise<Missing> {
  const [lists, share] = await Promise.all([
    loadListGaps(sql, visible, kinds),
    loadShare(sql, visible, kinds),
  ]);
  return { lists, share };
}

function toScope(
  visible: VisibleRepositories,
  repositories: readonly RepositoryGap[],
  { lists, share: { percent, isCounting, isMoving } }: Missing,
): ReadScope {
  const isPartial = percent !== undefined && percent < 100;
  const named = [
    ...toSwitchedOffSentences(visible.switchedOff),
    ...toGapSentences(repositories),
    ...toListGapSentences(lists),
  ];
  const gaps = isCounting ? [...named, 'Whether all of it is here is still being counted.'] : named;
  if (gaps.length === 0 && isPartial) gaps.push('Some of what this rests on is not here yet.');
  return {
    visibleRepositories: visible.ids.length,
    gaps,
    ...(isPartial && { percent }),
    isMoving: isMoving && gaps.length > 0,
  };
}

const selectGaps = `
  select
    v_repository.owner_login || '/' || v_repository.name as "fullName",
    v_repository_sync.total,
    v_repository_sync.held_count as held,
    v_repository_sync.unreadable_count as unreadable,
    to_char(v_connection.disconnected_at at time zone v_workspace.zone, 'FMDD FMMonth YYYY') as "endedOn",
    to_char(v_repository_sync.read_at at time zone v_workspace.zone, 'FMDD FMMonth YYYY, HH24:MI') as "readAt",
    case
      when v_connection.disconnected_at is not null then 'ended'
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
      or v_connection.disconnected_at is not null
      or v_repository_sync.read_at < app_now() - interval '1 hour'
      or v_repository_sync.unreadable_count > 0)
  order by 1`;

/** Lists that are named; those with the larger gaps are. */
const namedAtMost = 3;

async function loadListGaps(
  sql: Sql,
  visible: VisibleRepositories,
  kinds: readonly ListKind[],
): Promise<ListGaps> {
  if (kinds.length === 0) return { named: [], total: 0 };
  const parts = kinds.flatMap((kind) => partsOfKind(kind).map((part) => ({ kind, part })));
  const rows = await sql.query<ListGaps['named'][number] & { readonly total: number }>(selectListGaps, [
    visible.ids,
    parts.map(({ kind }) => kind),
    parts.map(({ part }) => part),
    namedAtMost,
  ]);
  return { named: rows, total: rows[0]?.total ?? 0 };
}

const selectListGaps = `
  select
    v_repository.owner_login || '/' || v_repository.name as "fullName",
    counted.kind,
    counted.pull_requests - counted.whole as "pullRequests",
    cause.text as reason,
    count(*) over ()::integer as total
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

interface Share {
  readonly percent?: number;
  /** A repository was read to its end and it is not known yet whether its lists are whole. */
  readonly isCounting: boolean;
  readonly isMoving: boolean;
}

async function loadShare(sql: Sql, visible: VisibleRepositories, kinds: readonly ListKind[]): Promise<Share> {
  const [row] = await sql.query<Nullable<Required<Share>>>(selectShare, [visible.ids, kinds]);
  return row === undefined ? { isCounting: false, isMoving: false } : dropNulls<Share>(row);
}

// Each repository weighs by GitHub's count of its pull requests; of several kinds the one that lacks most decides. Null
// while GitHub's count of one is not known, or what is here of it was not counted. The margin is that of binary fractions.
const selectShare = `
  with least_whole as (
    select
      v_completeness_kind.repository_id,
      count(*) as kinds,
      min(v_completeness_kind.whole::float8 / nullif(v_completeness_kind.pull_requests, 0)) as share
    from v_completeness_kind
    where v_completeness_kind.repository_id = any($1::bigint[])
      and v_completeness_kind.kind = any($2::text[])
    group by v_completeness_kind.repository_id),
  read as (
    select
      v_repository_sync.total,
      v_repository_sync.held_count as held,
      case
        when cardinality($2::text[]) = 0 then 1
        when least_whole.kinds = cardinality($2::text[]) then least_whole.share
        else 0
      end as share,
      cardinality($2::text[]) > 0
        and v_repository_sync.held_count > 0
        and v_completeness_count.repository_id is null as is_uncounted,
      v_repository_sync.completed_at is not null as is_complete,
      case
        when v_repository_sync.completed_at is null
          then v_connection.paused_at is null
            and v_connection.disconnected_at is null
            and v_repository_sync.reading <> 'failed'
        else not coalesce(v_completeness_count.is_settled, false)
      end as is_moving
    from v_repository_sync
    join v_connection on v_connection.connection_id = v_repository_sync.connection_id
    left join least_whole on least_whole.repository_id = v_repository_sync.repository_id
    left join v_completeness_count
      on v_completeness_count.repository_id = v_repository_sync.repository_id
    where v_repository_sync.repository_id = any($1::bigint[])
      and v_repository_sync.data = 'pull-requests')
  select
    case
      when count(total) < count(*) or bool_or(is_uncounted) then null
      when sum(total) = 0 then 100
      else floor(100 * sum(held * share) / sum(total) + 1e-9)
    end::integer as percent,
    coalesce(bool_or(is_uncounted and is_complete), false) as "isCounting",
    coalesce(bool_or(is_moving), false) as "isMoving"
  from read`;
