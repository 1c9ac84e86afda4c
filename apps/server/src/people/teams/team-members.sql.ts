import type { Membership, TeamMember } from '@throughline/contract';
import { dropNulls, type Nullable, type Sql } from '../../platform/sql/index.ts';
import { unite } from './memberships.ts';

type MemberColumns = Nullable<Membership> & {
  readonly personSlug: string;
  readonly personName: string;
  readonly isMe: boolean;
};

/** Everybody who is, was or will be in a team, by name, then by day. Who is hidden is left out. */
export async function loadTeamMembers(
  sql: Sql,
  teamId: number,
  userId: number,
): Promise<readonly TeamMember[]> {
  const rows = await sql.query<MemberColumns>(
    `select
       member.part,
       member.is_lead as "isLead",
       to_char(member.from_on, 'YYYY-MM-DD') as "fromOn",
       to_char(member.until_on, 'YYYY-MM-DD') as "untilOn",
       member.source,
       person.slug as "personSlug",
       person.name as "personName",
       person.user_id is not distinct from $2::bigint as "isMe"
     from team_member as member
     join person as entered on entered.person_id = member.person_id
     join v_person as person
       on person.person_id = coalesce(entered.merged_into_person_id, entered.person_id)
     where member.team_id = $1::bigint
       and not person.is_hidden
     order by lower(person.name), person.slug, member.from_on`,
    [teamId, userId],
  );
  return [...Map.groupBy(rows, ({ personSlug }) => personSlug).values()].flatMap(toMembers);
}

/** One person's times in a team; of who was several before they were merged, they are one's. */
function toMembers(rows: readonly MemberColumns[]): readonly TeamMember[] {
  const [first] = rows;
  if (first === undefined) return [];
  const { personSlug: slug, personName: name, isMe } = first;
  const times = rows.map(({ part, isLead, fromOn, untilOn, source }) =>
    dropNulls<Membership>({ part, isLead, fromOn, untilOn: untilOn ?? null, source }),
  );
  return unite(times).map((membership) => ({ ...membership, person: { slug, name, isMe } }));
}

/** Times of people in teams. */
export interface HeldMembership {
  readonly teamId: number;
  readonly personId: number;
  readonly membership: Membership;
}

type HeldColumns = Nullable<Membership> & { readonly teamId: number; readonly personId: number };

/**
 * The times of everybody in these teams, apart from each other; with `personId` only theirs. Those of who was merged into
 * somebody are that person's.
 */
export async function loadMemberships(
  tx: Sql,
  teamIds: readonly number[],
  personId?: number,
): Promise<readonly HeldMembership[]> {
  const rows = await tx.query<HeldColumns>(
    `select
       member.team_id as "teamId",
       coalesce(person.merged_into_person_id, person.person_id) as "personId",
       member.part,
       member.is_lead as "isLead",
       to_char(member.from_on, 'YYYY-MM-DD') as "fromOn",
       to_char(member.until_on, 'YYYY-MM-DD') as "untilOn",
       member.source
     from team_member as member
     join person on person.person_id = member.person_id
     where member.team_id = any($1::bigint[])
       and ($2::bigint is null or coalesce(person.merged_into_person_id, person.person_id) = $2::bigint)
     order by 1, 2, member.from_on`,
    [teamIds, personId],
  );
  const groups = Map.groupBy(rows, (row) => `${row.teamId} ${row.personId}`);
  return [...groups.values()].flatMap((group) => toApart(group));
}

/** Two people who are one now may both have been in the team at a time. */
function toApart(group: readonly HeldColumns[]): readonly HeldMembership[] {
  const [first] = group;
  if (first === undefined) return [];
  const { teamId, personId } = first;
  const times = group.map(({ part, isLead, fromOn, untilOn, source }) =>
    dropNulls<Membership>({ part, isLead, fromOn, untilOn: untilOn ?? null, source }),
  );
  return unite(times).map((membership) => ({ teamId, personId, membership }));
}

/** One at a time changes who is in a team. */
export async function lockMembers(tx: Sql, teamIds: readonly number[]): Promise<void> {
  await tx.query(
    `select team_id
     from team
     where team_id = any($1::bigint[])
     order by team_id
     for update`,
    [teamIds],
  );
}

/** Somebody's times in a team as they shall be, whole. */
export interface WantedMemberships {
  readonly teamId: number;
  readonly personId: number;
  readonly memberships: readonly Membership[];
}

/** Puts people's times in teams in the place of what was, also of who was merged into them. The teams are locked before. */
export async function replaceMemberships(tx: Sql, wanted: readonly WantedMemberships[]): Promise<void> {
  await tx.query(
    `delete from team_member
     using person, unnest($1::bigint[], $2::bigint[]) as given (team_id, person_id)
     where team_member.team_id = given.team_id
       and team_member.person_id = person.person_id
       and coalesce(person.merged_into_person_id, person.person_id) = given.person_id`,
    [wanted.map(({ teamId }) => teamId), wanted.map(({ personId }) => personId)],
  );
  const rows = wanted.flatMap(({ teamId, personId, memberships }) =>
    memberships.map((one) => ({
      team_id: teamId,
      person_id: personId,
      part: one.part,
      is_lead: one.isLead,
      from_on: one.fromOn,
      until_on: one.untilOn,
      source: one.source,
    })),
  );
  await tx.query(
    `insert into team_member (team_id, person_id, part, is_lead, from_on, until_on, source)
     select team_id, person_id, part, is_lead, from_on, until_on, source
     from jsonb_to_recordset($1::jsonb) as given (
       team_id bigint, person_id bigint, part text, is_lead boolean, from_on date, until_on date, source text)
     order by team_id, person_id, from_on`,
    [JSON.stringify(rows)],
  );
}

/** People by name whose name or linked login holds `search`; not those who left, are hidden or merged. */
export async function loadCandidates(
  sql: Sql,
  search: string | undefined,
  limit: number,
): Promise<{ readonly people: readonly Candidate[]; readonly total: number }> {
  const rows = await sql.query<Candidate & { readonly total: number }>(
    `select
       person.slug,
       person.name,
       coalesce(linked.logins, '{}') as logins,
       count(*) over ()::integer as total
     from v_person as person
     left join lateral (
       select array_agg(v_account.login order by v_account.login) as logins
       from v_account_person as link
       join v_account on v_account.account_id = link.account_id
       where link.person_id = person.person_id
         and link.until_at > app_now()) as linked on true
     where not person.is_hidden
       and person.left_on is null
       and ($1::text is null
         or strpos(lower(person.name), lower($1::text)) > 0
         or strpos(lower(array_to_string(linked.logins, ' ')), lower($1::text)) > 0)
     order by lower(person.name), person.slug
     limit $2::integer`,
    [search, limit],
  );
  return {
    people: rows.map(({ slug, name, logins }) => ({ slug, name, logins })),
    total: rows[0]?.total ?? 0,
  };
}

interface Candidate {
  readonly slug: string;
  readonly name: string;
  readonly logins: readonly string[];
}
