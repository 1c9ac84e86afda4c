import type { TeamRow } from '@throughline/contract';
import { AppError } from '../../platform/errors/index.ts';
import { findViolatedConstraint, type Sql } from '../../platform/sql/index.ts';
import { toFreeSlug } from '../person-slug.ts';

/** A team as its own table holds it. */
export interface TeamRecord {
  readonly teamId: number;
  readonly slug: string;
  readonly name: string;
  readonly parentTeamId: number | undefined;
  readonly zone: string | undefined;
  readonly workingDays: readonly number[];
  readonly organisationId: number | undefined;
  readonly githubTeamId: number | undefined;
  readonly isKept: boolean;
  readonly steppedAt: Date | undefined;
  readonly problem: string | undefined;
  readonly isDemo: boolean;
}

interface TeamColumns {
  readonly team_id: number;
  readonly slug: string;
  readonly name: string;
  readonly parent_team_id: number | null;
  readonly zone: string | null;
  readonly working_days: readonly number[];
  readonly organisation_id: number | null;
  readonly github_team_id: number | null;
  readonly keeps_in_step: boolean;
  readonly stepped_at: Date | null;
  readonly step_problem: string | null;
  readonly demo_host_id: number | null;
}

const columns = `team_id, slug, name, parent_team_id, zone, working_days, organisation_id, github_team_id, keeps_in_step,
  stepped_at, step_problem, demo_host_id`;

const toRecord = (row: TeamColumns): TeamRecord => ({
  teamId: row.team_id,
  slug: row.slug,
  name: row.name,
  parentTeamId: row.parent_team_id ?? undefined,
  zone: row.zone ?? undefined,
  workingDays: row.working_days,
  organisationId: row.organisation_id ?? undefined,
  githubTeamId: row.github_team_id ?? undefined,
  isKept: row.keeps_in_step,
  steppedAt: row.stepped_at ?? undefined,
  problem: row.step_problem ?? undefined,
  isDemo: row.demo_host_id !== null,
});

/** All teams, by name. */
export async function loadTeams(sql: Sql): Promise<readonly TeamRecord[]> {
  const rows = await sql.query<TeamColumns>(`select ${columns} from team order by lower(name), slug`);
  return rows.map(toRecord);
}

export async function findTeamBySlug(sql: Sql, slug: string): Promise<TeamRecord | undefined> {
  const rows = await sql.query<TeamColumns>(`select ${columns} from team where slug = $1::text`, [slug]);
  return rows.map(toRecord)[0];
}

/** The day it is in the workspace's zone: membership goes by these days. */
export async function loadToday(sql: Sql): Promise<string> {
  const [row] = await sql.query<{ today: string }>(
    `select to_char(app_now() at time zone zone, 'YYYY-MM-DD') as today from v_workspace`,
  );
  if (row === undefined) throw new Error('The workspace has no row; its migration makes one.');
  return row.today;
}

type TeamRowColumns = Omit<TeamRow, 'parentSlug' | 'leads'> & {
  readonly parentSlug: string | null;
  readonly leads: TeamRow['leads'];
};

/** All teams by name as the list shows them: who leads, how many work in each today, and which are the user's own. */
export async function loadTeamRows(sql: Sql, userId: number): Promise<readonly TeamRow[]> {
  const rows = await sql.query<TeamRowColumns>(
    `with today as (
       select (app_now() at time zone zone)::date as on_day
       from v_workspace),
     present as (
       select
         member.team_id,
         count(*) filter (where member.is_contributor)::integer as contributors,
         bool_or(person.user_id is not distinct from $1::bigint) as is_mine,
         jsonb_agg(jsonb_build_object('slug', person.slug, 'name', person.name) order by lower(person.name))
           filter (where member.is_lead) as leads
       from (
         select team_id, person_id, bool_or(part = 'contributor') as is_contributor, bool_or(is_lead) as is_lead
         from today
         join v_team_member
           on v_team_member.from_on <= today.on_day
           and v_team_member.until_on > today.on_day
         group by team_id, person_id) as member
       join v_person as person on person.person_id = member.person_id
       where not person.is_hidden
       group by member.team_id)
     select
       team.slug,
       team.name,
       parent.slug as "parentSlug",
       team.demo_host_id is not null as "isDemo",
       coalesce(present.is_mine, false) as "isMine",
       coalesce(present.contributors, 0) as contributors,
       coalesce(present.leads, '[]'::jsonb) as leads
     from team
     left join team as parent on parent.team_id = team.parent_team_id
     left join present on present.team_id = team.team_id
     order by lower(team.name), team.slug`,
    [userId],
  );
  return rows.map(({ parentSlug, ...row }) => ({ ...row, ...(parentSlug === null ? {} : { parentSlug }) }));
}

export interface NewTeam {
  readonly name: string;
  readonly parentTeamId?: number | undefined;
  readonly zone?: string | undefined;
  readonly workingDays?: readonly number[] | undefined;
  readonly organisationId?: number | undefined;
  readonly githubTeamId?: number | undefined;
  readonly isKept?: boolean | undefined;
  readonly demoHostId?: number | undefined;
  readonly createdBy?: number | undefined;
}

/** Makes teams under free names in the address; returns them in the order given. */
export async function insertTeams(tx: Sql, teams: readonly NewTeam[]): Promise<readonly TeamRecord[]> {
  await lockTeams(tx);
  const slugs = toFreeSlugs(
    teams,
    (await tx.query<{ slug: string }>('select slug from team')).map(({ slug }) => slug),
  );
  const rows = await tx.query<TeamColumns>(
    `insert into team
       (slug, name, parent_team_id, zone, working_days, organisation_id, github_team_id, keeps_in_step, demo_host_id,
        created_by)
     select
       given.slug, given.name, given.parent_team_id, given.zone,
       coalesce(
         (select array_agg(day::smallint) from jsonb_array_elements_text(given.working_days) as day),
         (select v_workspace.working_days from v_workspace),
         '{1,2,3,4,5}'),
       given.organisation_id, given.github_team_id, coalesce(given.keeps_in_step, false), given.demo_host_id,
       given.created_by
     from jsonb_to_recordset($1::jsonb) as given (
       place integer, slug text, name text, parent_team_id bigint, zone text, working_days jsonb, organisation_id bigint,
       github_team_id bigint, keeps_in_step boolean, demo_host_id bigint, created_by bigint)
     order by given.place
     returning ${columns}`,
    [
      JSON.stringify(
        teams.map((team, place) => ({
          place,
          slug: slugs[place],
          name: team.name,
          parent_team_id: team.parentTeamId,
          zone: team.zone,
          working_days: team.workingDays,
          organisation_id: team.organisationId,
          github_team_id: team.githubTeamId,
          keeps_in_step: team.isKept,
          demo_host_id: team.demoHostId,
          created_by: team.createdBy,
        })),
      ),
    ],
  );
  return rows.map(toRecord);
}

/** One at a time changes names and places of teams, so that two moves cannot close a circle together. */
export async function lockTeams(tx: Sql): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtext($1::text))', ['team.places']);
}

/** `new`, `github` and `import` would hide pages. */
const reserved = ['new', 'github', 'import'];

function toFreeSlugs(teams: readonly NewTeam[], known: readonly string[]): readonly string[] {
  const taken = new Set([...known, ...reserved]);
  return teams.map(({ name }) => {
    const slug = toFreeSlug(name, taken, 'team');
    taken.add(slug);
    return slug;
  });
}

export interface TeamChange {
  readonly name?: string | undefined;
  readonly parentTeamId?: number | null | undefined;
  readonly zone?: string | null | undefined;
  readonly workingDays?: readonly number[] | undefined;
  readonly isKept?: boolean | undefined;
}

/** Changes what is given and leaves the rest. */
export async function updateTeamRow(tx: Sql, teamId: number, change: TeamChange): Promise<void> {
  try {
    await tx.query(
      `update team
       set name = coalesce($2::text, name),
           parent_team_id = case when $3::boolean then $4::bigint else parent_team_id end,
           zone = case when $5::boolean then $6::text else zone end,
           working_days = coalesce($7::smallint[], working_days),
           keeps_in_step = coalesce($8::boolean, keeps_in_step),
           step_problem = case when $8::boolean is null then step_problem end,
           updated_at = app_now()
       where team_id = $1::bigint`,
      [
        teamId,
        change.name,
        change.parentTeamId !== undefined,
        change.parentTeamId,
        change.zone !== undefined,
        change.zone,
        change.workingDays,
        change.isKept,
      ],
    );
  } catch (error) {
    if (findViolatedConstraint(error) !== 'team_keeps_in_step') throw error;
    throw new AppError('input-invalid', 'This team was not made from one at GitHub, so it can’t follow one.');
  }
}

/** Puts teams under others, as pairs of ids. */
export async function placeTeams(
  tx: Sql,
  places: readonly { readonly teamId: number; readonly parentTeamId: number | undefined }[],
): Promise<void> {
  await tx.query(
    `update team
     set parent_team_id = given.parent_team_id, updated_at = app_now()
     from unnest($1::bigint[], $2::bigint[]) as given (team_id, parent_team_id)
     where team.team_id = given.team_id`,
    [places.map(({ teamId }) => teamId), places.map(({ parentTeamId }) => parentTeamId)],
  );
}

/** Deletes a team with its memberships; teams below it move up. */
export async function deleteTeamRow(tx: Sql, team: TeamRecord): Promise<void> {
  await tx.query('update team set parent_team_id = $2::bigint where parent_team_id = $1::bigint', [
    team.teamId,
    team.parentTeamId,
  ]);
  await tx.query('delete from team where team_id = $1::bigint', [team.teamId]);
}

/** Users who lead a team today. */
export async function loadLeadUserIds(sql: Sql, teamId: number): Promise<readonly number[]> {
  const rows = await sql.query<{ user_id: number }>(
    `select distinct person.user_id
     from v_workspace
     join v_team_member as member
       on member.from_on <= (app_now() at time zone v_workspace.zone)::date
       and member.until_on > (app_now() at time zone v_workspace.zone)::date
     join v_person as person on person.person_id = member.person_id
     where member.team_id = $1::bigint
       and member.is_lead
       and person.user_id is not null`,
    [teamId],
  );
  return rows.map(({ user_id }) => user_id);
}
