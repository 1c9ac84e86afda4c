import type { PersonPage } from '@throughline/contract';
import type { Sql } from '../platform/sql/index.ts';

/** Teams in which a person works today in a zone, by name, each with the day since when. */
export async function loadTeamsOf(
  sql: Sql,
  personId: number,
  zone: string,
): Promise<readonly PersonPage['teams'][number][]> {
  return sql.query<PersonPage['teams'][number]>(
    `with day as (select (app_now() at time zone $2::text)::date as today)
     select v_team.slug, v_team.name, to_char(min(member.from_on), 'YYYY-MM-DD') as since
     from day
     join v_team_member as member
       on member.person_id = $1::bigint
       and member.part = 'contributor'
       and member.from_on <= day.today
       and day.today < member.until_on
     join v_team on v_team.team_id = member.team_id
     group by v_team.slug, v_team.name
     order by lower(v_team.name), v_team.slug`,
    [personId, zone],
  );
}
