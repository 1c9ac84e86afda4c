import type { SavedView } from '@throughline/contract';
import type { Viewer } from '../../access/index.ts';
import type { Sql } from '../../platform/sql/index.ts';

/** A view as it is stored, with who may change it. */
export interface ViewRecord {
  readonly viewId: number;
  readonly name: string;
  readonly address: string;
  readonly team: SavedView['team'];
  readonly isPinned: boolean;
  readonly owner: string;
  readonly mayEdit: boolean;
  readonly updatedAt: Date;
}

interface Columns {
  readonly saved_view_id: number;
  readonly name: string;
  readonly address: string;
  readonly is_pinned: boolean;
  readonly updated_at: Date;
  readonly team_slug: string | null;
  readonly team_name: string | null;
  readonly owner: string;
  readonly may_edit: boolean;
}

// Teams of a reader: those in which they work or look on today, and those above them. Managers keep everybody's views.
const selectViews = `
  with own_team as (
    select v_team_above.above_team_id as team_id
    from v_person
    join v_team_member on v_team_member.person_id = v_person.person_id
    join v_team_above on v_team_above.team_id = v_team_member.team_id
    where v_person.user_id = $1::bigint
      and v_team_member.from_on <= app_now()::date
      and v_team_member.until_on > app_now()::date)
  select
    saved_view.saved_view_id,
    saved_view.name,
    saved_view.address,
    saved_view.is_pinned,
    saved_view.updated_at,
    v_team.slug as team_slug,
    v_team.name as team_name,
    v_user.name as owner,
    saved_view.owner_user_id = $1::bigint or $2::boolean as may_edit
  from saved_view
  join v_user on v_user.user_id = saved_view.owner_user_id
  left join v_team on v_team.team_id = saved_view.team_id
  where (saved_view.owner_user_id = $1::bigint
      or saved_view.team_id is not null and $2::boolean
      or saved_view.team_id in (select own_team.team_id from own_team))
    and (saved_view.deleted_at is null) = not $3::boolean
    and ($4::bigint is null or saved_view.saved_view_id = $4::bigint)
  order by lower(saved_view.name), saved_view.saved_view_id`;

const isManager = ({ role }: Viewer): boolean => role !== 'member';

/** Views that a reader may open, by name; `isDeleted` for those that were deleted. */
export async function loadViews(
  sql: Sql,
  reader: Viewer,
  { viewId, isDeleted = false }: { readonly viewId?: number; readonly isDeleted?: boolean } = {},
): Promise<readonly ViewRecord[]> {
  const rows = await sql.query<Columns>(selectViews, [reader.userId, isManager(reader), isDeleted, viewId]);
  return rows.map((row) => ({
    viewId: row.saved_view_id,
    name: row.name,
    address: row.address,
    team:
      row.team_slug === null || row.team_name === null
        ? undefined
        : { slug: row.team_slug, name: row.team_name },
    isPinned: row.is_pinned,
    owner: row.owner,
    mayEdit: row.may_edit,
    updatedAt: row.updated_at,
  }));
}

interface TeamRow {
  readonly teamId: number;
  readonly slug: string;
  readonly name: string;
}

/** Teams for which a reader may save a view: their own, and for managers all. */
export async function loadViewTeams(sql: Sql, reader: Viewer): Promise<readonly TeamRow[]> {
  return sql.query<TeamRow>(
    `select v_team.team_id as "teamId", v_team.slug, v_team.name
     from v_team
     where $2::boolean
        or exists (
          select
          from v_person
          join v_team_member on v_team_member.person_id = v_person.person_id
          where v_person.user_id = $1::bigint
            and v_team_member.team_id = v_team.team_id
            and v_team_member.from_on <= app_now()::date
            and v_team_member.until_on > app_now()::date)
     order by lower(v_team.name)`,
    [reader.userId, isManager(reader)],
  );
}

/** Saves an address and answers its id. */
export async function insertView(
  tx: Sql,
  given: {
    readonly userId: number;
    readonly teamId: number | undefined;
    readonly name: string;
    readonly address: string;
  },
): Promise<number> {
  const [row] = await tx.query<{ saved_view_id: number }>(
    `insert into saved_view (owner_user_id, team_id, name, address)
     values ($1::bigint, $2::bigint, $3::text, $4::text)
     returning saved_view_id`,
    [given.userId, given.teamId, given.name, given.address],
  );
  if (row === undefined) throw new Error('A saved view has no id.');
  return row.saved_view_id;
}

export interface ViewChange {
  readonly name?: string | undefined;
  readonly address?: string | undefined;
  readonly isPinned?: boolean | undefined;
}

/** Changes a view. A team starts with one at most: pinning it unpins the other. */
export async function writeView(tx: Sql, viewId: number, change: ViewChange): Promise<void> {
  if (change.isPinned === true) {
    await tx.query(
      `update saved_view
       set is_pinned = false
       where is_pinned
         and team_id = (
           select pinned.team_id
           from saved_view as pinned
           where pinned.saved_view_id = $1::bigint)`,
      [viewId],
    );
  }
  await tx.query(
    `update saved_view
     set name = coalesce($2::text, name),
         address = coalesce($3::text, address),
         is_pinned = coalesce($4::boolean, is_pinned) and team_id is not null,
         updated_at = app_now()
     where saved_view_id = $1::bigint`,
    [viewId, change.name, change.address, change.isPinned],
  );
}

/** Deletes a view, which is kept for 30 days, or brings it back. */
export async function deleteView(tx: Sql, viewId: number, isDeleted: boolean): Promise<void> {
  await tx.query(`delete from saved_view where deleted_at < app_now() - interval '30 days'`);
  await tx.query(
    `update saved_view
     set deleted_at = case when $2::boolean then app_now() end,
         is_pinned = false,
         updated_at = app_now()
     where saved_view_id = $1::bigint`,
    [viewId, isDeleted],
  );
}

/** Which of these names are repositories, or owners of some as `owner/*`, in what a reader sees; lower-case. */
export async function loadSeenNames(
  sql: Sql,
  visibleIds: readonly number[],
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set();
  const rows = await sql.query<{ name: string }>(
    `select distinct lower(asked.name) as name
     from unnest($2::text[]) as asked (name)
     join v_repository
       on lower(v_repository.owner_login || '/' || v_repository.name) = lower(asked.name)
       or lower(v_repository.owner_login || '/*') = lower(asked.name)
     where v_repository.repository_id = any($1::bigint[])`,
    [visibleIds, names],
  );
  return new Set(rows.map(({ name }) => name));
}
