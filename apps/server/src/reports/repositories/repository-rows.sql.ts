import type { RepositoryReading, RepositoryRow } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import type { VisibleRepositories } from '../../visibility/index.ts';
import { toPattern } from '../search/parse-search.ts';
import { toRepositoryPath } from '../search/to-path.ts';

/** "Lately" is so many days, today included. */
export const latelyDays = 7;

interface Columns {
  readonly repository_id: number;
  readonly host_name: string;
  readonly host_kind: string;
  readonly base_url: string;
  readonly owner_login: string;
  readonly name: string;
  readonly visibility: RepositoryRow['visibility'];
  readonly is_archived: boolean;
  readonly is_fork: boolean;
  readonly default_branch: string | null;
  readonly pushed_at: Date | null;
  readonly open_now: number;
  readonly merged_lately: number;
  readonly held: number;
  readonly percent: number | null;
  readonly reading: RepositoryReading;
  readonly position: string;
  readonly total: number;
}

/** A repository as pages show it, with what only its own page does. */
export interface FoundRepository {
  readonly row: RepositoryRow;
  readonly url?: string;
  readonly isFork: boolean;
  readonly defaultBranch?: string;
}

// Counts are made for the rows of this page alone.
const selectRows = `
  with named as (
    select
      v_repository.*,
      v_host.name as host_name,
      v_host.kind as host_kind,
      v_host.base_url,
      lower(v_repository.owner_login) || '/' || lower(v_repository.name) || ' ' || v_repository.repository_id
        as position,
      count(*) over ()::integer as total
    from v_repository
    join v_host on v_host.host_id = v_repository.host_id
    where v_repository.repository_id = any($1::bigint[])
      and ($2::text is null or v_repository.owner_login || '/' || v_repository.name ilike $2::text)
      and ($3::text is null
        or lower(v_host.name) = lower($3::text)
          and lower(v_repository.owner_login) = lower($4::text)
          and lower(v_repository.name) = lower($5::text))),
  shown as (
    select *
    from named
    where $6::text is null or position collate "C" > $6::text collate "C"
    order by position collate "C"
    limit $7::integer)
  select
    shown.*,
    counted.open_now,
    counted.merged_lately,
    case when shown.repository_id = any($9::bigint[]) then 0 else coalesce(v_repository_sync.held_count, 0) end as held,
    case
      when v_repository_sync.total is null or shown.repository_id = any($9::bigint[]) then null
      when v_repository_sync.total = 0 then 100
      else floor(100.0 * v_repository_sync.held_count / v_repository_sync.total)
    end::integer as percent,
    case
      when v_repository_sync.repository_id is null then 'not-read'
      when shown.repository_id = any($9::bigint[]) then 'switched-off'
      when v_connection.disconnected_at is not null then 'ended'
      when v_repository_sync.completed_at is not null then 'complete'
      when v_connection.paused_at is not null then 'paused'
      else v_repository_sync.reading
    end as reading
  from shown
  cross join v_workspace
  cross join lateral (
    select
      count(*) filter (where v_pull_request.state = 'open')::integer as open_now,
      count(*) filter (
        where v_pull_request.merged_at
          >= ((app_now() at time zone v_workspace.zone)::date - $8::integer)::timestamp at time zone v_workspace.zone
        )::integer as merged_lately
    from v_pull_request
    where v_pull_request.repository_id = shown.repository_id
      and shown.repository_id <> all($9::bigint[])) as counted
  left join v_repository_sync
    on v_repository_sync.repository_id = shown.repository_id
    and v_repository_sync.data = 'pull-requests'
  left join v_connection on v_connection.connection_id = v_repository_sync.connection_id
  order by shown.position collate "C"`;

interface Asked {
  /** Part of a full name. */
  readonly q?: string | undefined;
  /** Behind which row the page begins, as `next` told. */
  readonly after?: string | undefined;
  readonly named?: { readonly host: string; readonly owner: string; readonly name: string };
  readonly limit: number;
  /** Whether the reader may know how the reading goes. */
  readonly isAdministrator: boolean;
}

interface Page {
  readonly repositories: readonly FoundRepository[];
  readonly total: number;
  readonly next: string | undefined;
}

/** Repositories that a reader may see, by name. */
export async function loadRepositoryRows(
  sql: Sql,
  visible: VisibleRepositories,
  asked: Asked,
): Promise<Page> {
  const { q, after, named, limit, isAdministrator } = asked;
  const rows = await sql.query<Columns>(selectRows, [
    [...visible.ids, ...visible.idsSwitchedOff],
    q === undefined ? undefined : toPattern(q),
    named?.host,
    named?.owner,
    named?.name,
    after,
    limit + 1,
    latelyDays - 1,
    visible.idsSwitchedOff,
  ]);
  return {
    repositories: rows.slice(0, limit).map((row) => toFound(row, isAdministrator)),
    total: rows[0]?.total ?? 0,
    next: rows.length > limit ? rows[limit - 1]?.position : undefined,
  };
}

const toFound = (row: Columns, isAdministrator: boolean): FoundRepository => ({
  row: {
    repositoryId: row.repository_id,
    hostName: row.host_name,
    fullName: `${row.owner_login}/${row.name}`,
    path: toRepositoryPath(row),
    visibility: row.visibility,
    isArchived: row.is_archived,
    isDemo: row.host_kind === 'demo',
    openNow: row.open_now,
    mergedLately: row.merged_lately,
    isRead: row.reading !== 'not-read' && row.reading !== 'switched-off',
    held: toHeld(row),
    ...(row.pushed_at === null ? {} : { pushedAt: row.pushed_at.toISOString() }),
    ...(isAdministrator && { reading: row.reading }),
  },
  ...(row.host_kind === 'demo' ? {} : { url: `${row.base_url}/${row.owner_login}/${row.name}` }),
  isFork: row.is_fork,
  ...(row.default_branch === null ? {} : { defaultBranch: row.default_branch }),
});

const toHeld = ({ held, percent }: Columns): RepositoryRow['held'] => ({
  kind: 'pull-requests',
  held,
  ...(percent === null ? {} : { percent }),
});
