import type { Viewer } from '../../access/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';

export interface TeamOf {
  readonly teamId: number;
  readonly slug: string;
  readonly name: string;
}

/** A team by its name in the address; everybody signed in sees teams. Throws `not-found`. */
export async function openTeam(sql: Sql, slug: string): Promise<TeamOf> {
  const [team] = await sql.query<TeamOf>(
    'select team_id as "teamId", slug, name from v_team where slug = $1::text',
    [slug],
  );
  if (team === undefined) throw notFound();
  return team;
}

/** The teams of which a person is a member on a day, in any part, by name; and those that they lead. */
export const loadTeamsOf = (
  sql: Sql,
  personId: number,
  on: string,
): Promise<readonly (TeamOf & { readonly isLead: boolean })[]> =>
  sql.query<TeamOf & { readonly isLead: boolean }>(
    `select v_team.team_id as "teamId", v_team.slug, v_team.name, bool_or(v_team_member.is_lead) as "isLead"
     from v_team_member
     join v_team on v_team.team_id = v_team_member.team_id
     where v_team_member.person_id = $1::bigint
       and v_team_member.from_on <= $2::date
       and v_team_member.until_on > $2::date
     group by v_team.team_id, v_team.slug, v_team.name
     order by lower(v_team.name), v_team.slug`,
    [personId, on],
  );

/** Whether a reader may set what a team agrees on: its leads of today, managers and administrators. */
export async function mayAgree(sql: Sql, viewer: Viewer, teamId: number, on: string): Promise<boolean> {
  if (viewer.role !== 'member') return true;
  const leads = await sql.query(
    `select v_team_member.person_id
     from v_team_member
     join v_person on v_person.person_id = v_team_member.person_id
     where v_team_member.team_id = $1::bigint
       and v_team_member.is_lead
       and v_team_member.from_on <= $2::date
       and v_team_member.until_on > $2::date
       and v_person.user_id = $3::bigint`,
    [teamId, on, viewer.userId],
  );
  return leads.length > 0;
}
